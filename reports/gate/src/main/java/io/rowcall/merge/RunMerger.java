package io.rowcall.merge;

import io.rowcall.format.AgentInfo;
import io.rowcall.format.Run;
import io.rowcall.format.read.ReportException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Merges the run: all names, and the time from the earliest start to the latest end. */
final class RunMerger {
  private static final String SEPARATOR = ", ";

  private final UnknownFields unknown = new UnknownFields();
  private final UnknownFields unknownInAgent = new UnknownFields();
  private final TreeSet<String> versions = new TreeSet<>();
  private final TreeSet<String> services = new TreeSet<>();
  private final TreeSet<String> instances = new TreeSet<>();
  private final TreeSet<String> jvms = new TreeSet<>();
  private String start = "";
  private String end = "";
  private @Nullable String noLines;
  private @Nullable String setupProblem;
  private long running;

  synchronized void add(AgentInfo agent, MemoryBudget memory) throws ReportException {
    unknownInAgent.add(agent, memory);
    add(agent.version, versions, memory);
  }

  synchronized void add(Run run, MemoryBudget memory) throws ReportException {
    unknown.add(run, memory);
    add(run.service, services, memory);
    add(run.instance, instances, memory);
    add(run.jvm, jvms, memory);
    if (start.isEmpty() || (!run.start.isEmpty() && run.start.compareTo(start) < 0)) {
      start = run.start;
    }
    if (run.end.compareTo(end) > 0) {
      end = run.end;
    }
    noLines = greater(noLines, run.noLines, memory);
    setupProblem = greater(setupProblem, run.setupProblem, memory);
    running = OrderFreeSums.add(running, run.running);
  }

  /** One of several texts, the same in any order. */
  private static @Nullable String greater(
      @Nullable String known, @Nullable String other, MemoryBudget memory) throws ReportException {
    if (other == null || (known != null && other.compareTo(known) <= 0)) {
      return known;
    }
    memory.reserve(known == null ? MemoryBudget.sizeOf(other) : 0);
    return other;
  }

  private static void add(String names, Set<String> known, MemoryBudget memory)
      throws ReportException {
    for (String name : List.of(names.split(SEPARATOR, -1))) {
      if (!name.isEmpty() && known.add(name)) {
        memory.reserve(MemoryBudget.sizeOf(name));
      }
    }
  }

  AgentInfo mergedAgent() {
    var agent = new AgentInfo();
    agent.version = String.join(SEPARATOR, versions);
    unknownInAgent.copyTo(agent);
    return agent;
  }

  Run mergedRun() {
    var run = new Run();
    run.service = String.join(SEPARATOR, services);
    run.instance = String.join(SEPARATOR, instances);
    run.jvm = String.join(SEPARATOR, jvms);
    run.start = start;
    run.end = end;
    run.noLines = noLines;
    run.setupProblem = setupProblem;
    run.running = running;
    unknown.copyTo(run);
    return run;
  }
}
