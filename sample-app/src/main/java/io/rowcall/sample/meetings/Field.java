package io.rowcall.sample.meetings;

import io.rowcall.sample.http.HttpError;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields that a client can select with {@code ?fields=}, and their columns. */
enum Field {
  ID("id"),
  TITLE("title"),
  DATE("starts_at"),
  END("ends_at"),
  STATUS("meeting_status"),
  CREATED("created_at");

  private final String column;

  Field(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /** Returns its name in bodies and query strings. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Parses a selection.
   *
   * @param list names separated by commas
   * @throws HttpError 400 for an unknown name
   */
  static Set<Field> parse(String list) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (String name : list.split(",")) {
      fields.add(
          Arrays.stream(values())
              .filter(field -> field.label().equals(name.trim()))
              .findFirst()
              .orElseThrow(
                  () ->
                      HttpError.badRequest(
                          "there is no field \"" + name.trim() + "\"; there are " + names())));
    }
    return fields;
  }

  static Set<Field> all() {
    return EnumSet.allOf(Field.class);
  }

  static String joined(Set<Field> fields) {
    return fields.stream().map(Field::label).collect(Collectors.joining(","));
  }

  private static String names() {
    return joined(all());
  }
}
