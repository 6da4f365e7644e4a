package io.rowcall.cli.merge;

import io.rowcall.format.AgentInfo;
import io.rowcall.format.ReportException;
import io.rowcall.format.Run;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose reports these are: every name once, and the time from the first start to the last end. */
final class RunMerger {
  private static final String BETWEEN = ", ";

  private final UnknownFields unknown = new UnknownFields();
  private final UnknownFields unknownOfAgent = new UnknownFields();
  private final TreeSet<String> versions = new TreeSet<>();
  private final TreeSet<String> services = new TreeSet<>();
  private final TreeSet<String> instances = new TreeSet<>();
  private final TreeSet<String> jvms = new TreeSet<>();
  private String start = "";
  private String end = "";
  private @Nullable String noLines;
  private long running;

  synchronized void add(AgentInfo one, MemoryBudget weight) throws ReportException {
    unknownOfAgent.add(one, weight);
    add(one.version, versions, weight);
  }

  synchronized void add(Run one, MemoryBudget weight) throws ReportException {
    unknown.add(one, weight);
    add(one.service, services, weight);
    add(one.instance, instances, weight);
    add(one.jvm, jvms, weight);
    if (start.isEmpty() || (!one.start.isEmpty() && one.start.compareTo(start) < 0)) {
      start = one.start;
    }
    if (one.end.compareTo(end) > 0) {
      end = one.end;
    }
    if (one.noLines != null && (noLines == null || one.noLines.compareTo(noLines) > 0)) {
      weight.add(noLines == null ? MemoryBudget.of(one.noLines) : 0);
      noLines = one.noLines;
    }
    running = OrderFreeSums.of(running, one.running);
  }

  private static void add(String names, TreeSet<String> known, MemoryBudget weight)
      throws ReportException {
    for (String name : List.of(names.split(BETWEEN, -1))) {
      if (!name.isEmpty() && known.add(name)) {
        weight.add(MemoryBudget.of(name));
      }
    }
  }

  AgentInfo agent() {
    var agent = new AgentInfo();
    agent.version = String.join(BETWEEN, versions);
    unknownOfAgent.giveTo(agent);
    return agent;
  }

  Run run() {
    var run = new Run();
    run.service = String.join(BETWEEN, services);
    run.instance = String.join(BETWEEN, instances);
    run.jvm = String.join(BETWEEN, jvms);
    run.start = start;
    run.end = end;
    run.noLines = noLines;
    run.running = running;
    unknown.giveTo(run);
    return run;
  }
}
