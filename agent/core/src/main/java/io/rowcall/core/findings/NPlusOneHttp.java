package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP call that a request makes once for each row or element of a list. */
final class NPlusOneHttp extends RepeatedCall {
  NPlusOneHttp() {
    super("n+1-http", "N+1 HTTP");
  }

  @Override
  boolean isAbout(CallKind kind) {
    return kind == CallKind.HTTP;
  }

  @Override
  List<String> advise(@Nullable CallKind kind, String template) {
    return template.startsWith("GET ")
        ? Arrays.asList(
            "Fetch them with one request: a list of ids in the query, or a collection resource.",
            "If the service has none, cache its responses, or send the calls at the same time.")
        : Arrays.asList(
            "Send them as one request whose body has all elements.",
            "If the service has no such resource, send the calls at the same time.");
  }
}
