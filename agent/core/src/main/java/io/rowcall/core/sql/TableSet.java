package io.rowcall.core.sql;

import java.util.Arrays;

/** Ordered set of the tables of one text, with the aliases from its FROM clauses. Bounded. */
final class TableSet {
  private static final int MAX_TABLES = 64;
  private static final int MAX_NAME_CHARS = 256;

  /** Schemas of catalogs, and prefixes of their tables and of the tables of migration tools. */
  private static final String[] SYSTEM_PREFIXES = {
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

  private static final int INITIAL_CAPACITY = 4;

  private String[] names = new String[INITIAL_CAPACITY];
  private String[] aliases = new String[INITIAL_CAPACITY];
  private int size;

  /** Bit set of the names between DELETE and its FROM: tables of that FROM clause, or columns. */
  private long targets;

  /** Sizes of this set and of the set of read tables at the last DELETE. */
  private int sizeAtDelete;

  private int readSizeAtDelete;

  /** Adds a name and returns its index; -1 if it is not a table or the set is full. */
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

  /** Marks the start of a DELETE, whose FROM clause adds to {@code read}. */
  void startDelete(TableSet read) {
    sizeAtDelete = size;
    readSizeAtDelete = read.size;
  }

  /** Marks the names since the start of the DELETE as its targets. */
  void markDeleteTargets() {
    for (int i = sizeAtDelete; i < size; i++) {
      targets |= 1L << i;
    }
  }

  String[] toArray() {
    String[] copy = new String[size];
    System.arraycopy(names, 0, copy, 0, size);
    return copy;
  }

  /** The names, with aliases from another set replaced by the tables that they stand for. */
  String[] resolveAliases(TableSet source) {
    TableSet resolved = new TableSet();
    for (int i = 0; i < size; i++) {
      int aliased = source.indexOfAlias(names[i]);
      if (aliased >= 0) {
        resolved.add(source.names[aliased]);
      } else if ((targets & 1L << i) != 0
          && readSizeAtDelete < source.size
          && !source.mayContain(names[i])) {
        // Cassandra's DELETE a, b FROM t names columns.
        resolved.add(source.names[readSizeAtDelete]);
      } else {
        resolved.add(names[i]);
      }
    }
    return resolved.toArray();
  }

  private boolean mayContain(String name) {
    for (int i = 0; i < size; i++) {
      if (mayBeSame(names[i], name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether two names may refer to the same table. Either may omit the schema or the database, and
   * case is ignored, because databases differ in whether it matters.
   */
  static boolean mayBeSame(String name, String other) {
    String longer = name.length() >= other.length() ? name : other;
    String shorter = name.length() >= other.length() ? other : name;
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

  /** Whether all tables belong to the database catalog or to a migration tool. */
  boolean hasOnlySystemTables() {
    for (int i = 0; i < size; i++) {
      if (!isSystemTable(names[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSystemTable(String name) {
    int dot = name.lastIndexOf('.');
    for (int i = 0; i < SYSTEM_PREFIXES.length; i++) {
      String prefix = SYSTEM_PREFIXES[i];
      boolean schema = prefix.endsWith(".");
      if (name.regionMatches(true, schema ? 0 : dot + 1, prefix, 0, prefix.length())) {
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
