package io.rowcall.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Expectations that annotations set for a test: those of its method, else of its class, else of the
 * enclosing class.
 */
record Expectations(
    @Nullable QueryBudget budget, @Nullable ExpectQueries exact, @Nullable NoNPlusOne noNPlusOne) {

  static Expectations of(Class<?> type, Method method) {
    return new Expectations(
        find(type, method, QueryBudget.class),
        find(type, method, ExpectQueries.class),
        find(type, method, NoNPlusOne.class));
  }

  private static <A extends Annotation> @Nullable A find(
      Class<?> type, Method method, Class<A> annotation) {
    Optional<A> found = AnnotationSupport.findAnnotation(method, annotation);
    for (Class<?> each = type; found.isEmpty() && each != null; each = each.getEnclosingClass()) {
      found = AnnotationSupport.findAnnotation(each, annotation);
    }
    return found.orElse(null);
  }

  /** A failure message; null if all expectations are met. */
  @Nullable String check(Queries queries) {
    List<String> failures = new ArrayList<>();
    if (budget != null && queries.total() > budget.max()) {
      failures.add(
          FailureMessage.count(queries.total(), "query", "queries")
              + ", "
              + budget.max()
              + " allowed by @QueryBudget(max = "
              + budget.max()
              + ")");
    }
    if (exact != null && !matches(exact, queries)) {
      failures.add(
          "expected " + expected(exact) + " by @ExpectQueries, found " + found(exact, queries));
    }
    if (noNPlusOne != null && !queries.nPlusOnes().isEmpty()) {
      failures.add(
          FailureMessage.count(queries.nPlusOnes().size(), "N+1", "N+1s")
              + ", none allowed by @NoNPlusOne");
    }
    if (queries.ambiguousRequests() > 0 && !isEmpty()) {
      failures.add(
          FailureMessage.count(queries.ambiguousRequests(), "request was", "requests were")
              + " handled in this JVM while several tests were running, and cannot be attributed to"
              + " one of them. Run tests that call a server alone: @Isolated");
    }
    return failures.isEmpty() ? null : String.join("\n", failures) + "\n" + queries;
  }

  private boolean isEmpty() {
    return budget == null && exact == null && noNPlusOne == null;
  }

  private static boolean matches(ExpectQueries exact, Queries queries) {
    return is(exact.select(), queries.select())
        && is(exact.insert(), queries.insert())
        && is(exact.update(), queries.update())
        && is(exact.delete(), queries.delete())
        && is(exact.other(), queries.other());
  }

  private static boolean is(int expected, long found) {
    return expected == ExpectQueries.ANY || expected == found;
  }

  private static String expected(ExpectQueries exact) {
    return new Kinds()
        .add("select", exact.select())
        .add("insert", exact.insert())
        .add("update", exact.update())
        .add("delete", exact.delete())
        .add("other", exact.other())
        .text();
  }

  private static String found(ExpectQueries exact, Queries queries) {
    return new Kinds()
        .add("select", queries.select())
        .add("insert", queries.insert())
        .add("update", queries.update())
        .add("delete", queries.delete())
        .add("other", exact.other() == ExpectQueries.ANY ? 0 : queries.other())
        .text();
  }

  /** {@code 2 select, 1 insert}. */
  private static final class Kinds {
    private final StringJoiner text = new StringJoiner(", ").setEmptyValue("no queries");

    Kinds add(String kind, long count) {
      if (count > 0) {
        text.add(count + " " + kind);
      }
      return this;
    }

    String text() {
      return text.toString();
    }
  }
}
