package io.rowcall.show;

import static io.rowcall.text.TerminalText.line;

import io.rowcall.format.Statement;
import io.rowcall.format.Unattributed;
import io.rowcall.text.Table;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text of the executions that belong to no request, job or message. */
final class UnattributedText {
  /** The next step for whoever reads the list. */
  static final String HINT =
      "Name the methods that run them, to count them as jobs: request.methods=com.acme.Job#run";

  private static final Comparator<Statement> BY_EXECUTIONS =
      Comparator.comparingLong(UnattributedText::executions)
          .reversed()
          .thenComparing(statement -> statement.id);

  private UnattributedText() {}

  /** The statements with such executions, most of them first. */
  static List<Statement> statements(List<Statement> all) {
    return all.stream().filter(each -> executions(each) > 0).sorted(BY_EXECUTIONS).toList();
  }

  static Table table(List<Statement> statements, int width) {
    var table = new Table("executions", "thread", "").withTrailingText(width);
    for (Statement statement : statements) {
      Unattributed outside = statement.unattributed;
      if (outside != null) {
        table.addRow(
            Long.toString(outside.executions),
            outside.thread == null ? "" : line(outside.thread),
            place(outside) + line(statement.sql));
      }
    }
    return table;
  }

  private static String place(Unattributed outside) {
    return outside.callSite == null
        ? ""
        : line(outside.callSite.type + '.' + outside.callSite.method + " at ")
            + line(outside.callSite.place())
            + "  ";
  }

  private static long executions(Statement statement) {
    @Nullable Unattributed outside = statement.unattributed;
    return outside == null ? 0 : outside.executions;
  }
}
