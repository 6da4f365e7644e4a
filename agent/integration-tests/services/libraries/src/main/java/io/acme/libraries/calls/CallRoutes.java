package io.acme.libraries.calls;

import io.acme.libraries.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Routes of the clients, {@code /calls/<client>/<what>}: {@code one} call, {@code many} calls in a
 * loop, one that {@code fail}s, some {@code together}, one in a {@code task}.
 */
public final class CallRoutes implements Routes {
  private static final int MANY = 20;

  private final Map<String, CallSubject> subjects = new ConcurrentHashMap<>();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final String url;

  /** Starts the other service. */
  public CallRoutes() throws IOException {
    url = StockServer.start();
  }

  @Override
  public String handle(String path) throws Exception {
    String[] parts = path.split("/", -1);
    CallSubject subject = subjects.get(parts[2]);
    if (subject == null) {
      subject = CallSubject.named(parts[2], url);
      subjects.put(parts[2], subject);
    }
    return handle(subject, parts[3]);
  }

  private String handle(CallSubject subject, String what) throws Exception {
    switch (what) {
      case "open" -> {}
      case "one" -> subject.call("1");
      case "many" -> {
        for (int i = 0; i < MANY; i++) {
          subject.call(Integer.toString(1000 + i));
        }
      }
      case "fail" -> {
        try {
          subject.fail();
        } catch (Exception expected) {
          return expected.toString();
        }
      }
      case "together" -> subject.together(List.of("1", "2", "3"));
      case "task" ->
          executor
              .submit(
                  () -> {
                    subject.call("1");
                    return null;
                  })
              .get();
      default -> throw new IllegalArgumentException(what);
    }
    return what;
  }
}
