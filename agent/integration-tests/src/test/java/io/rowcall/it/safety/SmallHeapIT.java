package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 requests of a service whose heap has 64 MB. */
@Tag("compat")
final class SmallHeapIT {
  private static final int CLIENTS = 4;
  private static final int REQUESTS = 100_000;

  @TempDir private Path folder;

  @Test
  @Shows(Promise.SMALL_HEAP)
  void isCollectedNoMoreOften() throws Exception {
    long without = fullCollections("without", true);
    long with = fullCollections("with", false);

    assertTrue(with <= without, with + " full collections, without the agent " + without);
    Report report = Report.in(folder.resolve("with"));
    assertEquals(REQUESTS, report.endpoint("/load/{id}").at("/requests").asLong());
    assertEquals(REQUESTS, report.endpoint("/load/{id}").at("/executions/total").asLong());
  }

  private long fullCollections(String name, boolean withoutAgent) throws Exception {
    Path own = folder.resolve(name);
    ServiceCommand command =
        Safety.service(own)
            .jvmArg("-Xmx64m")
            .jvmArg("-XX:+UseSerialGC")
            .jvmArg("-XX:MetaspaceSize=64m") // Classes alone cause no collection.
            .jvmArg("-Xlog:gc:file=gc.log")
            .jvmArg("-Dsun.net.httpserver.nodelay=true");
    try (ServiceProcess service = (withoutAgent ? command.withoutAgent() : command).start()) {
      send(service.port());
      service.exit();
    }
    try (Stream<String> lines = Files.lines(own.resolve("gc.log"))) {
      return lines.filter(line -> line.contains("Pause Full")).count();
    }
  }

  private static void send(int port) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/load/1")).build();
    Callable<Integer> share =
        () -> {
          int sent = 0;
          for (; sent < REQUESTS / CLIENTS; sent++) {
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
          }
          return sent;
        };
    var threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Integer>> shares = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        shares.add(share);
      }
      for (Future<Integer> sent : threads.invokeAll(shares)) {
        sent.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
