package io.rowcall.core.sql;

import java.util.Arrays;

/** The tables of one text, each once, with the aliases that its FROM clauses give them. Bounded. */
final class TableSet {
  private static final int MAX_TABLES = 64;
  private static final int MAX_NAME_CHARS = 256;

  private static final String[] SYSTEM = {
    "information_schema.",
    "pg_catalog.",
    "pg_",
    "sys.",
    "sysibm.",
    "syscat.",
    "mysql.",
    "performance_schema.",
    "sqlite_master",
    "sqlite_schema",
    "v$",
    "gv$",
    "flyway_schema_history",
    "schema_version",
    "databasechangelog",
  };

  private static final int USUAL_TABLES = 4;

  private String[] names = new String[USUAL_TABLES];
  private String[] aliases = new String[USUAL_TABLES];
  private int size;

  /** Adds a name, and gives its index; -1 when it is no table or there are too many. */
  int add(String name) {
    String bounded = name.length() > MAX_NAME_CHARS ? name.substring(0, MAX_NAME_CHARS) : name;
    for (int i = 0; i < size; i++) {
      if (names[i].equals(bounded)) {
        return i;
      }
    }
    if (size == MAX_TABLES || isDual(bounded)) {
      return -1;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      aliases = Arrays.copyOf(aliases, size * 2);
    }
    names[size] = bounded;
    aliases[size] = "";
    return size++;
  }

  void alias(int table, String alias) {
    if (table >= 0 && aliases[table].isEmpty() && alias.length() <= MAX_NAME_CHARS) {
      aliases[table] = alias;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  String[] toArray() {
    String[] copy = new String[size];
    System.arraycopy(names, 0, copy, 0, size);
    return copy;
  }

  /**
   * The names, with the aliases of another set's tables in place of those that only name an alias.
   */
  String[] resolved(TableSet from) {
    TableSet resolved = new TableSet();
    for (int i = 0; i < size; i++) {
      String name = names[i];
      for (int j = 0; j < from.size; j++) {
        if (from.aliases[j].equals(name)) {
          name = from.names[j];
          break;
        }
      }
      resolved.add(name);
    }
    return resolved.toArray();
  }

  /** Whether all of them belong to the database's catalogue or to a migration tool. */
  boolean onlyOfTheSystem() {
    for (int i = 0; i < size; i++) {
      if (!isOfTheSystem(names[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfTheSystem(String name) {
    int dot = name.lastIndexOf('.');
    for (int i = 0; i < SYSTEM.length; i++) {
      String start = SYSTEM[i];
      boolean schema = start.endsWith(".");
      if (name.regionMatches(true, schema ? 0 : dot + 1, start, 0, start.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDual(String name) {
    return name.equalsIgnoreCase("DUAL")
        || name.equalsIgnoreCase("SYS.DUAL")
        || name.equalsIgnoreCase("SYSIBM.SYSDUMMY1")
        || name.equalsIgnoreCase("RDB$DATABASE");
  }
}
