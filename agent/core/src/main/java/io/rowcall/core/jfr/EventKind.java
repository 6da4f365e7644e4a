package io.rowcall.core.jfr;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of event, registered with {@code jdk.jfr.EventFactory}. */
final class EventKind {
  private static final String API = "jdk.jfr.";

  private final Object factory;
  private final Object type;
  private final Method newEvent;
  private final Method isEnabled;
  private final Method set;
  private final Method commit;

  /** Registers a type of event under construction. */
  static final class Builder {
    private final List<Object> annotations = new ArrayList<Object>();
    private final List<Object> fields = new ArrayList<Object>();

    Builder(String name, String label, String description) throws ReflectiveOperationException {
      annotations.add(annotation("Name", name));
      annotations.add(annotation("Label", label));
      annotations.add(annotation("Description", description));
      annotations.add(annotation("Category", new String[] {"Rowcall"}));
      annotations.add(annotation("StackTrace", false));
    }

    Builder text(String name, String label) throws ReflectiveOperationException {
      return field(String.class, name, annotation("Label", label));
    }

    Builder number(String name, String label) throws ReflectiveOperationException {
      return field(long.class, name, annotation("Label", label));
    }

    Builder nanos(String name, String label) throws ReflectiveOperationException {
      return field(
          long.class, name, annotation("Label", label), annotation("Timespan", "NANOSECONDS"));
    }

    Builder epochMillis(String name, String label) throws ReflectiveOperationException {
      return field(
          long.class,
          name,
          annotation("Label", label),
          annotation("Timestamp", "MILLISECONDS_SINCE_EPOCH"));
    }

    private Builder field(Class<?> type, String name, Object... annotated)
        throws ReflectiveOperationException {
      List<Object> list = new ArrayList<Object>();
      Collections.addAll(list, annotated);
      fields.add(
          load("ValueDescriptor")
              .getConstructor(Class.class, String.class, List.class)
              .newInstance(type, name, list));
      return this;
    }

    private static Object annotation(String name, Object value)
        throws ReflectiveOperationException {
      Constructor<?> constructor =
          load("AnnotationElement").getConstructor(Class.class, Object.class);
      return constructor.newInstance(load(name), value);
    }

    EventKind register() throws ReflectiveOperationException {
      return new EventKind(annotations, fields);
    }
  }

  private EventKind(List<Object> annotations, List<Object> fields)
      throws ReflectiveOperationException {
    Class<?> factoryType = load("EventFactory");
    factory =
        factoryType.getMethod("create", List.class, List.class).invoke(null, annotations, fields);
    type = factoryType.getMethod("getEventType").invoke(factory);
    newEvent = factoryType.getMethod("newEvent");
    isEnabled = load("EventType").getMethod("isEnabled");
    set = load("Event").getMethod("set", int.class, Object.class);
    commit = load("Event").getMethod("commit");
  }

  static Class<?> load(String simpleName) throws ClassNotFoundException {
    return Class.forName(API + simpleName, false, null);
  }

  /** Whether a recording wants events of this type. */
  boolean isEnabled() throws ReflectiveOperationException {
    return (Boolean) isEnabled.invoke(type);
  }

  /**
   * @param values of the fields, in their order; null for an absent text
   */
  void commit(@Nullable Object... values) throws ReflectiveOperationException {
    Object event = newEvent.invoke(factory);
    for (int i = 0; i < values.length; i++) {
      set.invoke(event, i, values[i]);
    }
    commit.invoke(event);
  }
}
