package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to another service, such as Redis or MongoDB, made once for each element of a list. */
final class NPlusOneCall extends RepeatedCall {
  NPlusOneCall() {
    super("n+1-call", "N+1 call");
  }

  @Override
  boolean isAbout(CallKind kind) {
    return kind != CallKind.HTTP && kind != CallKind.OTHER;
  }

  @Override
  List<String> advise(@Nullable CallKind kind, String template) {
    return Collections.singletonList(advice(kind == null ? CallKind.OTHER : kind, template));
  }

  private static String advice(CallKind kind, String template) {
    switch (kind) {
      case REDIS:
        return "Read all keys with one MGET or HMGET, or send the commands in one pipeline.";
      case MONGODB:
        return template.startsWith("find ") || template.startsWith("aggregate ")
            ? "Read all documents with one find and $in over the keys, or join with $lookup."
            : "Write all documents with one bulkWrite, or insertMany.";
      case CASSANDRA:
        return "Model a partition that has all rows, or send the queries at the same time.";
      default:
        return "Add a method that takes all elements, or send the calls at the same time.";
    }
  }
}
