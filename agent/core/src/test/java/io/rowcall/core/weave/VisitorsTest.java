package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The visitors over compiled fixtures: which calls a method makes once it is woven, in order. */
final class VisitorsTest {

  @Test
  void followATaskFromBeforeItRunsUntilItHasRun() {
    assertEquals(
        List.of("beforeWorkerRun", "beforeExecute", "run", "afterExecute", "afterWorkerRun"),
        calls(Worker.class, "runWorker", new RunWorkerVisitor("beforeExecute", "afterExecute")));
  }

  @Test
  void followATaskThatIsTheTargetOfOneCall() {
    assertEquals(
        List.of("beforeWorkerRun", "run", "afterWorkerRun"),
        calls(Loop.class, "mainLoop", new RunWorkerVisitor("run", "run")));
  }

  @Test
  void passAnExecutorLambdaToTheHooks() {
    assertEquals(
        List.of("wrapExecutor"), calls(Lambdas.class, "executor", new ExecutorLambdaVisitor()));
    assertEquals(List.of(), calls(Lambdas.class, "task", new ExecutorLambdaVisitor()));
  }

  @Test
  void countWithTheCountersOfALibrary() {
    StatsCounterVisitor visitor = StatsCounterVisitor.of(name(Counter.class));
    assertEquals(
        List.of("beforeCount", "onHits", "recordHits"), calls(CountingCache.class, "hit", visitor));
    assertEquals(
        List.of("beforeCount", "onLoad", "recordLoadSuccess"),
        calls(CountingCache.class, "load", visitor));
    assertEquals(
        List.of("beforeCount", "onEviction", "recordEviction"),
        calls(CountingCache.class, "evict", visitor));
    assertEquals(List.of("hashCode"), calls(CountingCache.class, "other", visitor));
  }

  private static List<String> calls(Class<?> fixture, String method, MethodRewriter rewriter) {
    byte[] bytes = ClassFileLocator.ForClassLoader.read(fixture);
    ClassWriter writer = new ClassWriter(0);
    MethodRule rule = MethodRule.rewriting(ElementMatchers.any(), rewriter);
    new ClassReader(bytes)
        .accept(
            new WovenMethods(TypeDescription.ForLoadedType.of(fixture), List.of(rule), 0, writer),
            ClassReader.EXPAND_FRAMES);
    byte[] woven = writer.toByteArray();
    List<String> calls = new ArrayList<>();
    new ClassReader(woven)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] thrown) {
                return name.equals(method) ? new Calls(calls) : null;
              }
            },
            0);
    return calls;
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Records the names of the methods that are called. */
  private static final class Calls extends MethodVisitor {
    private final List<String> calls;

    Calls(List<String> calls) {
      super(Opcodes.ASM9);
      this.calls = calls;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      calls.add(name);
    }
  }

  static class Worker {
    void runWorker(Runnable task) {
      beforeExecute(this, task);
      task.run();
      afterExecute(task);
    }

    void beforeExecute(Object worker, Runnable task) {}

    void afterExecute(Runnable task) {}
  }

  static class Loop {
    void mainLoop(Runnable task) {
      task.run();
    }
  }

  static class Lambdas {
    Executor executor() {
      return Runnable::run;
    }

    Runnable task() {
      return () -> {};
    }
  }

  /** A library's own statistics. */
  static class Counter {
    void recordHits(int count) {}

    void recordLoadSuccess(long nanos) {}

    void recordEviction() {}
  }

  static class CountingCache {
    Counter counter = new Counter();

    void hit() {
      counter.recordHits(1);
    }

    void load() {
      counter.recordLoadSuccess(5L);
    }

    void evict() {
      counter.recordEviction();
    }

    int other() {
      return hashCode();
    }
  }
}
