package io.rowcall.sample.meetings;

import io.rowcall.sample.http.HttpError;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client may ask for with {@code ?fields=}, and the column behind it. */
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

  /** Its name in a body and in the query string. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param list names separated by commas
   * @throws HttpError 400 for a name that is none
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
