package io.rowcall.text;

/** Emphasis in text for people. A terminal gets colors, a file plain text. */
public interface TextStyle {
  /** No emphasis. */
  TextStyle PLAIN =
      new TextStyle() {
        @Override
        public String heading(String text) {
          return text;
        }

        @Override
        public String warning(String text) {
          return text;
        }
      };

  String heading(String text);

  String warning(String text);
}
