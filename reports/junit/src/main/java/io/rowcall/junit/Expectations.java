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
 * What the annotations of a test demand of its queries: its method's, else those of its class, else
 * those of the class around it.
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

  /** Null when the queries are as they should be. */
  @Nullable String brokenBy(Queries queries) {
    List<String> broken = new ArrayList<>();
    if (budget != null && queries.total() > budget.max()) {
      broken.add(
          FailureMessage.count(queries.total(), "query", "queries")
              + ", "
              + budget.max()
              + " allowed by @QueryBudget(max = "
              + budget.max()
              + ")");
    }
    if (exact != null && !isExactly(exact, queries)) {
      broken.add(
          "expected " + expected(exact) + " by @ExpectQueries, found " + found(exact, queries));
    }
    if (noNPlusOne != null && !queries.nPlusOnes().isEmpty()) {
      broken.add(
          FailureMessage.count(queries.nPlusOnes().size(), "N+1", "N+1s")
              + ", none allowed by @NoNPlusOne");
    }
    if (queries.doubtfulRequests() > 0 && !isEmpty()) {
      broken.add(
          FailureMessage.count(queries.doubtfulRequests(), "request was", "requests were")
              + " served in this JVM while other tests were running as well, and nobody can tell"
              + " whose. Run tests that ask a server by themselves: @Isolated");
    }
    return broken.isEmpty() ? null : String.join("\n", broken) + "\n" + queries;
  }

  private boolean isEmpty() {
    return budget == null && exact == null && noNPlusOne == null;
  }

  private static boolean isExactly(ExpectQueries exact, Queries queries) {
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
