package io.rowcall.cli.gate;

import io.rowcall.format.Finding;

/** The ids by which a budget knows findings: today's, and the one that held a select list. */
final class FindingId {
  private FindingId() {}

  /** Whether a budget that names the id means the finding. */
  static boolean is(String id, Finding finding) {
    return finding.id.equals(id) || isFormer(id, finding);
  }

  /** Whether the id is what agents before 0.1 gave the finding. */
  static boolean isFormer(String id, Finding finding) {
    return finding.statement != null
        && !finding.statement.shapeId.isEmpty()
        && !finding.id.equals(id)
        && (id.equals(ofStatement(finding, finding.statement.id))
            || id.equals(ofIndex(finding, finding.statement.id)));
  }

  private static String ofStatement(Finding finding, String statement) {
    String key =
        finding.type + '\n' + finding.endpoint + '\n' + statement.replaceFirst("^0+(?=.)", "");
    long hash = 1125899906842597L;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return hex(hash);
  }

  private static String ofIndex(Finding finding, String statement) {
    try {
      return hex(Long.parseUnsignedLong(statement, 16) * 31 + finding.type.hashCode());
    } catch (NumberFormatException noId) {
      return "";
    }
  }

  private static String hex(long id) {
    return java.util.HexFormat.of().toHexDigits(id);
  }
}
