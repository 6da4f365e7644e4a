package io.rowcall.core.setup;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line that says why a JVM has no requests, or lacks some of its executions, and what to do
 * about it. It is the last line on stderr, and in the report and {@code --check}, so that nobody is
 * left with an empty report and no reason.
 */
public final class SetupProblem {
  private static final int MAX_CLASSES = 3;

  private SetupProblem() {}

  /**
   * Describes the problem.
   *
   * @param withoutRequests whether requests should have been counted by now, and none were
   * @param executions that were counted
   * @param calls to other services that were counted
   * @param origin of most executions outside of requests; null if it is not known
   * @param unwoven as {@link UnwovenClasses#all()} has them
   * @return null if there is none
   */
  public static @Nullable String text(
      boolean withoutRequests,
      long executions,
      long calls,
      @Nullable Origin origin,
      List<String> unwoven) {
    StringBuilder text = new StringBuilder();
    if (withoutRequests) {
      boolean onlyCalls = executions == 0 && calls > 0;
      text.append(onlyCalls ? count(calls, "call") : count(executions, "execution"))
          .append(", 0 requests: ");
      if (executions + calls == 0) {
        text.append("no statement, request, job or message was seen since the agent has started");
      } else {
        appendReason(text, origin);
      }
    }
    if (!unwoven.isEmpty()) {
      text.append(text.length() == 0 ? "" : ". ");
      appendUnwoven(text, unwoven);
    }
    return text.length() == 0 ? null : text.toString();
  }

  private static void appendReason(StringBuilder text, @Nullable Origin origin) {
    if (origin == null) {
      text.append("they belong to no unit of work, but to a start, or to a loop that was stopped");
    } else if (origin.kind == Origin.Kind.APPLICATION) {
      text.append("they ran on threads of the application's own, in ").append(origin.method);
    } else if (origin.kind == Origin.Kind.KNOWN_SERVER) {
      text.append("they ran in ")
          .append(origin.method)
          .append(", of a server that is supported, but maybe not in this version");
    } else {
      text.append("they ran in ")
          .append(origin.method)
          .append(". If that is a server, it is not supported");
    }
    String candidate = origin == null ? null : origin.candidate;
    text.append("; name the methods that handle one unit of work: request.methods=")
        .append(candidate == null ? "com.acme.Handler#handle" : candidate);
  }

  private static void appendUnwoven(StringBuilder text, List<String> unwoven) {
    text.append(unwoven.size() == 1 ? "1 class was" : unwoven.size() + " classes were")
        .append(" not woven, and what ")
        .append(unwoven.size() == 1 ? "it does" : "they do")
        .append(" is not counted: ");
    for (int i = 0; i < Math.min(unwoven.size(), MAX_CLASSES); i++) {
      text.append(i == 0 ? "" : ", ").append(unwoven.get(i));
    }
    if (unwoven.size() > MAX_CLASSES) {
      text.append(", …");
    }
  }

  private static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
