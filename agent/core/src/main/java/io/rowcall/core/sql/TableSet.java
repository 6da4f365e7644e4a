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

  /** The tables between DELETE and its FROM, a bit each: of those that FROM names, or no tables. */
  private long targets;

  /** How many tables were here, and in FROM clauses, when the last DELETE came. */
  private int sizeAtDelete;

  private int sourceSizeAtDelete;

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

  /** A DELETE begins, whose FROM clause adds to {@code read}. */
  void deletes(TableSet read) {
    sizeAtDelete = size;
    sourceSizeAtDelete = read.size;
  }

  /** A FROM comes behind the tables of a DELETE. */
  void deletesFrom() {
    for (int i = sizeAtDelete; i < size; i++) {
      targets |= 1L << i;
    }
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
      int aliased = from.indexOfAlias(names[i]);
      if (aliased >= 0) {
        resolved.add(from.names[aliased]);
      } else if ((targets & 1L << i) != 0
          && sourceSizeAtDelete < from.size
          && !from.mayHold(names[i])) {
        // DELETE a, b FROM t: these are columns, on Cassandra.
        resolved.add(from.names[sourceSizeAtDelete]);
      } else {
        resolved.add(names[i]);
      }
    }
    return resolved.toArray();
  }

  private boolean mayHold(String name) {
    for (int i = 0; i < size; i++) {
      if (mayBeSame(names[i], name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether two names may be of one table: the schema, or the database, may stand on one side only,
   * and databases differ in whether case counts.
   */
  static boolean mayBeSame(String one, String other) {
    String longer = one.length() >= other.length() ? one : other;
    String shorter = one.length() >= other.length() ? other : one;
    int rest = longer.length() - shorter.length();
    return (rest == 0 || longer.charAt(rest - 1) == '.')
        && longer.regionMatches(true, rest, shorter, 0, shorter.length());
  }

  private int indexOfAlias(String name) {
    for (int i = 0; i < size; i++) {
      if (aliases[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether all of them belong to the database's catalog or to a migration tool. */
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
