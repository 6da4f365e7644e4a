package io.rowcall.gate;

import io.rowcall.format.Finding;
import java.util.HexFormat;

/**
 * Matches ids in budgets to findings. Agents before 0.1 hashed the whole statement, including its
 * select list; their ids still match.
 */
final class FindingId {
  private FindingId() {}

  /** Whether the id refers to the finding. */
  static boolean matches(String id, Finding finding) {
    return finding.id.equals(id) || isLegacy(id, finding);
  }

  /** Whether the id is the one that agents before 0.1 gave the finding. */
  static boolean isLegacy(String id, Finding finding) {
    return finding.statement != null
        && !finding.statement.shapeId.isEmpty()
        && !finding.id.equals(id)
        && (id.equals(legacyId(finding, finding.statement.id))
            || id.equals(legacyIndexId(finding, finding.statement.id)));
  }

  private static String legacyId(Finding finding, String statementId) {
    String key =
        finding.type + '\n' + finding.endpoint + '\n' + statementId.replaceFirst("^0+(?=.)", "");
    long hash = 1125899906842597L;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return hex(hash);
  }

  /** The id that agents before 0.1 gave a missing index. */
  private static String legacyIndexId(Finding finding, String statementId) {
    try {
      return hex(Long.parseUnsignedLong(statementId, 16) * 31 + finding.type.hashCode());
    } catch (NumberFormatException notHexadecimal) {
      return "";
    }
  }

  private static String hex(long id) {
    return HexFormat.of().toHexDigits(id);
  }
}
