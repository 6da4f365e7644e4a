package io.rowcall.gate.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TeamCity service message, parsed by the documented grammar. */
record ServiceMessage(String name, Map<String, String> attributes) {
  private static final Pattern LINE =
      Pattern.compile("##teamcity\\[([a-zA-Z]+)((?: [a-zA-Z]+='(?:[^'|\\[\\]\\n\\r]|\\|.)*')*)\\]");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z]+)='((?:[^'|]|\\|.)*)'");
  private static final Pattern ESCAPE = Pattern.compile("\\|(0x[0-9a-f]{4}|[nr'|\\[\\]])");

  /** Throws if the line is not a service message. */
  static ServiceMessage parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    var attributes = new LinkedHashMap<String, String>();
    Matcher attribute = ATTRIBUTE.matcher(matcher.group(2));
    while (attribute.find()) {
      attributes.put(attribute.group(1), unescape(attribute.group(2)));
    }
    return new ServiceMessage(matcher.group(1), attributes);
  }

  private static String unescape(String value) {
    return ESCAPE
        .matcher(value)
        .replaceAll(
            found -> {
              String code = found.group(1);
              String text =
                  switch (code.charAt(0)) {
                    case 'n' -> "\n";
                    case 'r' -> "\r";
                    case '0' -> Character.toString(Integer.parseInt(code.substring(2), 16));
                    default -> code;
                  };
              return Matcher.quoteReplacement(text);
            });
  }
}
