package io.rowcall.core.weave;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Woven fixtures, loaded with verification and run. */
public final class AdviceWeaverTest {
  private static final int DIALECT = 7;

  /** What the advice has seen, in order. */
  public static final List<Object> SEEN = new ArrayList<>();

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void passesArgumentsResultAndEnterValueToTheEnd() throws Exception {
    Object result = woven(named("sum"), Observer.class).call("sum", 2, 3L, "x");
    assertEquals(5L * 10, result);
    assertEquals(List.of("enter 2 3 x", "exit 42.5 2 3 x 50 null"), SEEN);
  }

  @Test
  void passesWhatWasThrownAndThrowsItAgain() throws Exception {
    Woven woven = woven(named("fail"), Observer.class);
    var thrown =
        assertThrows(InvocationTargetException.class, () -> woven.call("fail", 1, 2L, "bad"));
    assertEquals("bad", requireNonNull(thrown.getCause()).getMessage());
    assertEquals(List.of("enter 1 2 bad", "exit 42.5 1 2 bad 0 bad"), SEEN);
  }

  @Test
  void endsAtEveryReturn() throws Exception {
    Woven woven = woven(named("branch"), Ending.class);
    for (int i = -1; i <= 3; i++) {
      assertEquals(Subject.branchOf(i), woven.call("branch", i));
    }
    assertEquals(5, SEEN.size());
  }

  @Test
  void doesNotEndAfterAThrowUnlessAsked() throws Exception {
    Woven woven = woven(named("branch"), Ending.class);
    assertThrows(InvocationTargetException.class, () -> woven.call("branch", 4));
    assertEquals(List.of(), SEEN);
  }

  @Test
  void replacesAnArgument() throws Exception {
    assertEquals("<a>", woven(named("echo"), Replacing.class).call("echo", "a"));
  }

  @Test
  void hidesWhatAdviceThrows() throws Exception {
    assertEquals("a", woven(named("echo"), Failing.class).call("echo", "a"));
    assertEquals(List.of("entered", "exit null"), SEEN);
  }

  @Test
  void weavesSeveralAdviceInTheirOrder() throws Exception {
    Object result =
        woven(named("sum"), Observer.class, Observer.class, Named.class).call("sum", 2, 3L, "x");
    assertEquals(50L, result);
    assertEquals(
        List.of(
            "enter 2 3 x",
            "enter 2 3 x",
            "subject " + DIALECT,
            "exit 42.5 2 3 x 50 null",
            "exit 42.5 2 3 x 50 null"),
        SEEN);
  }

  @Test
  void weavesStaticMethods() throws Exception {
    Woven woven =
        woven(MethodRule.advice(ElementMatchers.named("twice"), StaticAdvice.class.getName()));
    assertEquals(4.5, woven.call("twice", 2.25));
    assertEquals(List.of(2.25, 4.5), SEEN);
  }

  @Test
  void weavesTheEndsOfConstructors() throws Exception {
    Woven woven =
        woven(MethodRule.advice(ElementMatchers.isConstructor(), Created.class.getName()));
    assertSame(woven.subject, SEEN.get(0));
    assertEquals("subject", SEEN.get(1));
  }

  @Test
  void widensNumbers() throws Exception {
    woven(named("branch"), Widening.class).call("branch", 2);
    assertEquals(List.of("2 two"), SEEN);
  }

  @Test
  void namesTheMethod() throws Exception {
    woven(named("echo"), Origin.class).call("echo", "a");
    assertEquals(List.of(Subject.class.getName() + ".echo"), SEEN);
  }

  @Test
  void sharesLocalVariablesBetweenStartAndEnd() throws Exception {
    woven(named("sum"), Sharing.class, Observer.class).call("sum", 2, 3L, "x");
    assertEquals("2.5 text x 50", SEEN.get(2));
  }

  @Test
  void replacesTheResult() throws Exception {
    assertEquals("a!", woven(named("echo"), ReplacingResult.class).call("echo", "a"));
  }

  /** Weaving never makes a class unusable. */
  @Test
  void failsAloneIfAnArgumentHasAnotherType() throws Exception {
    assertEquals("a", woven(named("echo"), OtherType.class).call("echo", "a"));
    assertEquals(List.of(), SEEN);
  }

  // ---- Harness ----

  private static ElementMatcher.Junction<MethodDescription> named(String name) {
    return ElementMatchers.named(name);
  }

  private static Woven woven(ElementMatcher.Junction<MethodDescription> methods, Class<?>... advice)
      throws Exception {
    var rules = new MethodRule[advice.length];
    for (int i = 0; i < advice.length; i++) {
      String name = advice[i].getName();
      rules[i] = MethodRule.instanceAdvice(methods, AdviceSource.AGENT, name, name);
    }
    return woven(rules);
  }

  private static Woven woven(MethodRule... rules) throws Exception {
    ClassReader reader = new ClassReader(ClassFileLocator.ForClassLoader.read(Subject.class));
    ClassWriter writer = new ClassWriter(reader, 0);
    TypeDescription type = TypeDescription.ForLoadedType.of(Subject.class);
    reader.accept(
        new WovenMethods(type, List.of(rules), DIALECT, writer), ClassReader.EXPAND_FRAMES);
    byte[] bytes = writer.toByteArray();
    var loader =
        new ClassLoader(AdviceWeaverTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Subject.class.getName())
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    Class<?> subject = loader.loadClass(Subject.class.getName());
    return new Woven(subject.getConstructor(double.class, String.class).newInstance(1, "subject"));
  }

  private record Woven(Object subject) {
    Object call(String name, Object... arguments) throws Exception {
      for (Method method : subject.getClass().getMethods()) {
        if (method.getName().equals(name)) {
          return method.invoke(subject, arguments);
        }
      }
      throw new NoSuchMethodException(name);
    }
  }

  public static class Subject {
    private final String name;

    public Subject(double unused, String name) {
      this.name = unused > 0 ? name : "";
    }

    public long sum(int first, long second, String text) {
      long sum = 0;
      for (int i = 0; i < 10; i++) {
        String part = text + i;
        sum += first + second + (part.isEmpty() ? 1 : 0);
      }
      first = 0;
      second = sum;
      text = name;
      return second + first + text.length() - name.length();
    }

    public int fail(int first, long second, String text) {
      double local = first;
      try {
        if (local > 0) {
          text = text.trim();
          throw new IllegalStateException(text);
        }
        return 1;
      } finally {
        local += second;
      }
    }

    public String branch(int number) {
      if (number < 0) {
        return "negative";
      }
      while (number > 2) {
        if (number-- == 4) {
          throw new IllegalArgumentException();
        }
      }
      switch (number) {
        case 0:
          return "zero";
        case 1:
          return "one";
        default:
          Object result = "two";
          return (String) result;
      }
    }

    static String branchOf(int number) {
      return new Subject(0, "").branch(number);
    }

    public String echo(String text) {
      return text;
    }

    public static double twice(double number) {
      return 2 * number;
    }
  }

  // ---- Advice ----

  static final class Observer {
    private Observer() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static double enter(
        @Advice.Argument(0) int first,
        @Advice.Argument(1) long second,
        @Advice.Argument(2) String text) {
      SEEN.add("enter " + first + " " + second + " " + text);
      return 42.5;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter double entered,
        @Advice.Argument(0) int first,
        @Advice.Argument(1) long second,
        @Advice.Argument(2) String text,
        @Advice.Return long result,
        @Advice.Thrown @Nullable Throwable thrown) {
      String message = thrown == null ? "null" : thrown.getMessage();
      SEEN.add(
          "exit " + entered + " " + first + " " + second + " " + text + " " + result + " "
              + message);
    }
  }

  static final class Ending {
    private Ending() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object subject, @Advice.Return @Nullable Object result) {
      int length = 0;
      while (length < 3) {
        length++;
      }
      SEEN.add(length == 3 && subject != null ? String.valueOf(result) : "");
    }
  }

  static final class Replacing {
    private Replacing() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) String text) {
      text = "<" + text + ">";
    }
  }

  static final class Failing {
    private Failing() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable String enter(@Advice.Argument(0) String text) {
      SEEN.add("entered");
      return text.substring(100);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable String entered) {
      SEEN.add("exit " + entered);
      throw new IllegalStateException();
    }
  }

  static final class Named {
    private Named() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.FieldValue("name") String name, @Weaver.DriverDialect int dialect) {
      SEEN.add(name + " " + dialect);
    }
  }

  static final class StaticAdvice {
    private StaticAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) double number) {
      SEEN.add(number);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return double result) {
      SEEN.add(result);
    }
  }

  static final class Created {
    private Created() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object created, @Advice.Argument(1) String name) {
      SEEN.add(created);
      SEEN.add(name);
    }
  }

  static final class Origin {
    private Origin() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Origin("#t.#m") String name) {
      SEEN.add(name);
    }
  }

  static final class Sharing {
    private Sharing() {}

    @SuppressWarnings("UnusedVariable") // Local variables of both advices.
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Local("number") double number,
        @Advice.Local("text") String text,
        @Advice.Argument(2) String argument) {
      number = 2.5;
      text = "text " + argument;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Local("text") String text,
        @Advice.Return long result,
        @Advice.Local("number") double number) {
      SEEN.add(number + " " + text + " " + result);
    }
  }

  static final class ReplacingResult {
    private ReplacingResult() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return(readOnly = false) String result) {
      result = result.concat("!");
    }
  }

  static final class OtherType {
    private OtherType() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) Thread thread) {
      SEEN.add(thread.getName());
    }
  }

  static final class Widening {
    private Widening() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) long number, @Advice.Return @Nullable Object result) {
      SEEN.add(number + " " + result);
    }
  }
}
