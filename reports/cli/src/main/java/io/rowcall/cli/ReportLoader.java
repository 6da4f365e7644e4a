package io.rowcall.cli;

import io.rowcall.cli.merge.ReportMerger;
import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Finds the reports that the arguments mean: files, folders, or {@code -} for stdin. */
public final class ReportLoader {
  private static final int HEAD = 200;

  /** More would wait for each other where reports are joined. */
  private static final int MAX_THREADS = 4;

  private static final Path STDIN = Path.of("-");

  private ReportLoader() {}

  /**
   * Reads all reports as one.
   *
   * @throws InvalidInputException when there is no report at all
   * @throws io.rowcall.format.ReportException when one cannot be read
   */
  public static Report read(List<String> paths) throws IOException {
    return read(paths, new ReportMerger());
  }

  /** The same, into what joins them. */
  public static Report read(List<String> paths, ReportMerger joined) throws IOException {
    List<Path> files = files(paths);
    int threads = Math.min(files.size(), Math.min(MAX_THREADS, processors()));
    ExecutorService readers = Executors.newFixedThreadPool(threads, ReportLoader::daemon);
    try {
      var reads = new ArrayList<Future<@Nullable Void>>();
      for (Path file : files) {
        reads.add(readers.submit(() -> read(file, joined)));
      }
      for (var read : reads) {
        finish(read);
      }
    } finally {
      readers.shutdownNow();
    }
    return joined.report();
  }

  private static @Nullable Void read(Path file, ReportMerger into) throws IOException {
    if (file.equals(STDIN)) {
      ReportJson.read("stdin", System.in, into);
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        ReportJson.read(file.toString(), in, into);
      }
    }
    return null;
  }

  /** Of several files that cannot be read, the first one is told, always the same. */
  private static void finish(Future<@Nullable Void> read) throws IOException {
    try {
      read.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof IOException unreadable) {
        throw unreadable;
      }
      if (cause instanceof OutOfMemoryError full) {
        throw full;
      }
      throw new IllegalStateException(cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading reports");
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "rowcall-reader");
    thread.setDaemon(true);
    return thread;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  static List<String> orDefault(List<String> paths) {
    return paths.isEmpty() ? List.of("rowcall-reports") : paths;
  }

  /** Every file once, however often it is named; {@link #STDIN} for stdin. */
  private static List<Path> files(List<String> paths) throws IOException {
    var files = new LinkedHashMap<Path, Path>();
    for (String path : orDefault(paths)) {
      if (path.equals("-")) {
        files.put(STDIN, STDIN);
      } else {
        for (Path file : files(pathOf(path))) {
          files.putIfAbsent(file.toRealPath(), file);
        }
      }
    }
    return List.copyOf(files.values());
  }

  private static Path pathOf(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException noPath) {
      throw new InvalidInputException(
          "expected a path, found " + TerminalText.line(noPath.getInput()));
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidInputException(
          path
              + ": expected a report or a folder of reports, found neither."
              + " Run the service with -javaagent:rowcall-agent.jar first.");
    }
    var reports = new ArrayList<Path>();
    try (var found = Files.walk(path, 4)) {
      for (Path file : found.filter(ReportLoader::isJson).sorted().toList()) {
        if (looksLikeReport(file)) {
          reports.add(file);
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    if (reports.isEmpty()) {
      throw new InvalidInputException(
          path
              + ": expected Rowcall reports (rowcall-*.json), found none."
              + " Was the service run with -javaagent:rowcall-agent.jar?");
    }
    return reports;
  }

  private static boolean isJson(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /** A folder may hold other JSON; a broken report must not be taken for such. */
  private static boolean looksLikeReport(Path file) throws IOException {
    if (file.getFileName().toString().startsWith("rowcall-")) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains("\"rowcall-report/");
    }
  }
}
