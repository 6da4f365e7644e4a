package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Counts the calls of {@code java.net.http.HttpClient}, of Java 11 and later. The advice is in
 * {@code src/main/java17}; it is only read, so strings name it.
 */
public final class JdkHttpClientInstrumentation implements Instrumentation {
  private static final String ADVICE = "io.rowcall.core.weave.call.JdkHttpClientAdvice$";

  @Override
  public Candidates candidates() {
    return Candidates.named("jdk/internal/net/http/HttpClientImpl");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(isPublic().and(named("send")), AdviceSource.AGENT, ADVICE + "Send")
        .advise(isPublic().and(named("sendAsync")), AdviceSource.AGENT, ADVICE + "SendAsync");
  }
}
