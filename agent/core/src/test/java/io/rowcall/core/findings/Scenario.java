package io.rowcall.core.findings;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.record.Aggregate;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Requests, and the findings that they must show: no more, no fewer. */
final class Scenario {
  final String name;
  final TreeSet<String> expected = new TreeSet<>();
  private final Config config =
      Config.read("config=none.properties", new Properties(), Map.of(), new File("/nowhere"));
  private final List<Consumer<Story>> requests = new ArrayList<>();

  private Scenario(String name) {
    this.name = name;
  }

  static Scenario of(String name) {
    return new Scenario(name);
  }

  /**
   * @param finding such as {@code n+1-select confirmed}, or with the parent's or the statement's
   *     table, such as {@code n+1-select confirmed pet for owner}
   */
  Scenario shows(String... finding) {
    expected.addAll(List.of(finding));
    return this;
  }

  Scenario request(Consumer<Story> story) {
    requests.add(story);
    return this;
  }

  Scenario requests(int times, Consumer<Story> story) {
    for (int i = 0; i < times; i++) {
      requests.add(story);
    }
    return this;
  }

  /** The findings of all requests, as {@link #shows} spells them. */
  TreeSet<String> found() {
    var found = new TreeSet<String>();
    for (FindingStats finding : findings()) {
      found.add(spelled(finding));
    }
    return found;
  }

  /** The findings of all requests. */
  List<FindingStats> findings() {
    var aggregate = new Aggregate(config);
    var statements = new HashMap<Long, SqlStatement>();
    long start = 0;
    for (Consumer<Story> request : requests) {
      var story = new Story("/scenario", statements, start += 10_000_000_000L);
      request.accept(story);
      aggregate.add(story.ends());
    }
    return List.copyOf(aggregate.findings());
  }

  private static String spelled(FindingStats finding) {
    var text = new StringBuilder(finding.check.key());
    text.append(' ').append(finding.verdict().text());
    if (finding.statement != null) {
      text.append(' ').append(table(finding.statement));
    }
    if (finding.check.isNPlusOne() || finding.check instanceof SequentialQueries) {
      for (var other : finding.others) {
        text.append('+').append(table(other));
      }
    }
    SqlStatement parent = finding.parent();
    if (parent != null) {
      text.append(" for ").append(table(parent));
    }
    return text.toString();
  }

  private static String table(SqlStatement statement) {
    var scanned = (io.rowcall.core.sql.NormalizedSql) statement.scanned;
    if (scanned == null) {
      return "?";
    }
    var tables = scanned.writeTables().length > 0 ? scanned.writeTables() : scanned.readTables();
    return tables.length == 0 ? "-" : tables[0];
  }

  @Override
  public String toString() {
    return name;
  }
}
