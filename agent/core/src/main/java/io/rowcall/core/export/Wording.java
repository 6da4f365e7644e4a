package io.rowcall.core.export;

import io.rowcall.boot.SqlStatement;
import io.rowcall.core.detect.FindingClass;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.FindingFigures;
import io.rowcall.core.sql.Normalised;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings in words: a sentence that says what was seen, and advice that says what to do. */
final class Wording {
  private final FindingFigures finding;
  private final @Nullable CallSite parentSite;
  private final long repeats;
  private final long distinct;
  private final long parentRows;
  private final long avoidable;

  Wording(FindingFigures finding, @Nullable CallSite parentSite) {
    this.finding = finding;
    this.parentSite = parentSite;
    this.repeats = finding.repeats.median();
    this.distinct = finding.distinct.median();
    this.parentRows = finding.parentRows.median();
    this.avoidable = finding.avoidable.median();
  }

  String sentence() {
    StringBuilder text = new StringBuilder(200);
    switch (finding.type) {
      case N_PLUS_ONE_SELECT:
        text.append("N+1: ").append(name(finding.statement)).append(" ×").append(repeats);
        text.append(" (").append(count(distinct, "distinct bind")).append(')').append(at());
        if (finding.parent != null) {
          text.append(", for the ").append(count(parentRows, "row")).append(" of ");
          text.append(name(finding.parent));
          if (parentSite != null) {
            text.append(" at ").append(place(parentSite));
          }
        }
        break;
      case N_PLUS_ONE_WRITE:
        text.append("N+1 write: ").append(name(finding.statement)).append(" ×").append(repeats);
        text.append(at());
        break;
      case DUPLICATE:
        text.append("Duplicate: ").append(name(finding.statement)).append(" ×").append(repeats);
        text.append(" (").append(count(distinct, "distinct bind")).append(')').append(at());
        break;
      case SLOW_QUERY:
        text.append("Slow query: ").append(name(finding.statement)).append(at());
        break;
      case SLOW_REQUEST:
        text.append("Slow request: ").append(finding.endpoint);
        break;
      default:
        text.append("Too many queries: ").append(repeats).append(" in one ");
        text.append(finding.endpoint);
    }
    if (avoidable > 0) {
      text.append(": ").append(count(avoidable, "round trip"));
      text.append(" avoidable, ~").append(millisPerRequest()).append(" ms");
    }
    return text.append(". ").append(firstSentence(advice())).toString();
  }

  String advice() {
    String table = table(finding.statement);
    boolean orm = finding.callSite != null && finding.callSite.throughOrm();
    switch (finding.type) {
      case N_PLUS_ONE_SELECT:
        String one = "Fetch them with one IN query or a JOIN on " + table + ".";
        return orm
            ? one
                + " In JPA: a fetch join or an entity graph for this query, or"
                + " hibernate.default_batch_fetch_size."
            : one;
      case N_PLUS_ONE_WRITE:
        return orm
            ? "Send them as one batch: set hibernate.jdbc.batch_size, and hibernate.order_inserts."
            : "Send them as one batch to "
                + table
                + ": addBatch and executeBatch, or one multi-row VALUES.";
      case DUPLICATE:
        return "Ask " + table + " once in the request and pass the result on, or cache it.";
      case SLOW_QUERY:
        return "Look at its plan, and at the indexes of " + table + ".";
      case SLOW_REQUEST:
        return "Its executions say how much of the time the database took.";
      default:
        return "Its statements are listed by their number; the largest group is where to start.";
    }
  }

  private static String firstSentence(String advice) {
    int end = advice.indexOf(". ");
    return end < 0 ? advice : advice.substring(0, end + 1);
  }

  private String at() {
    return finding.callSite == null ? "" : " at " + place(finding.callSite);
  }

  static String place(CallSite site) {
    StackTraceElement first = site.first();
    return first.getFileName() == null
        ? first.getClassName() + "." + first.getMethodName()
        : first.getFileName() + ":" + first.getLineNumber();
  }

  private static String count(long number, String of) {
    return number + " " + of + (number == 1 ? "" : "s");
  }

  private String millisPerRequest() {
    return String.format(
        Locale.ROOT, "%.1f", finding.avoidableNanos / 1e6 / Math.max(1, finding.requests));
  }

  /** {@code SELECT contact}: what the statement does, and to what. */
  private static String name(@Nullable SqlStatement statement) {
    if (statement == null || statement.scanned == null) {
      return "a statement";
    }
    return ((Normalised) statement.scanned).kind() + " " + table(statement);
  }

  private static String table(@Nullable SqlStatement statement) {
    if (statement == null || statement.scanned == null) {
      return "its table";
    }
    Normalised scanned = (Normalised) statement.scanned;
    String[] tables =
        scanned.writeTables().length > 0 ? scanned.writeTables() : scanned.readTables();
    return tables.length == 0 ? "its table" : tables[0];
  }

  /** What the verdict rests on. */
  java.util.List<String> evidence() {
    java.util.List<String> evidence = new java.util.ArrayList<String>(3);
    if (finding.statement != null && finding.type != FindingClass.SLOW_QUERY) {
      evidence.add(
          repeats + " executions in the median request, " + distinct + " distinct binds at most");
    }
    if (finding.parent != null) {
      evidence.add("an earlier query of the request read " + count(parentRows, "row"));
    }
    evidence.add(
        "seen in " + finding.requests + (finding.requests == 1 ? " request" : " requests"));
    return evidence;
  }
}
