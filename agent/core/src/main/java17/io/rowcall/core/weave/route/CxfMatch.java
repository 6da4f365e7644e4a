package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import net.bytebuddy.asm.Advice;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;

/** The advice of {@code CxfInstrumentation}. */
final class CxfMatch {
  private CxfMatch() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Exchange exchange) {
    OperationResourceInfo method = exchange.get(OperationResourceInfo.class);
    ClassResourceInfo type = method == null ? null : method.getClassResourceInfo();
    if (type != null && type.getURITemplate() != null && method.getURITemplate() != null) {
      Message message = exchange.getInMessage();
      String uri = (String) message.get(Message.REQUEST_URI);
      RouteHooks.setRoute(
          RouteHooks.above(uri, HttpUtils.getPathToMatch(message, true)),
          RouteHooks.join(type.getURITemplate().getValue(), method.getURITemplate().getValue()));
    }
  }
}
