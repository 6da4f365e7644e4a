package io.rowcall.core.weave.route;

import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import io.rowcall.boot.RouteHooks;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The advice of {@code GraphQlInstrumentation}. */
final class GraphQlOperation {
  private GraphQlOperation() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.Return @Nullable ExecutionContext context) {
    OperationDefinition operation = context == null ? null : context.getOperationDefinition();
    if (operation == null) {
      return;
    }
    String name = operation.getName();
    if (name == null && operation.getSelectionSet() != null) {
      List<Selection> selections = operation.getSelectionSet().getSelections();
      Selection<?> first = selections.isEmpty() ? null : selections.get(0);
      name = first instanceof Field ? ((Field) first).getName() : null;
    }
    RouteHooks.setOperation(name);
  }
}
