package io.rowcall.it.threads;

import io.rowcall.it.support.OnJava;
import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The same on every Java that {@code -Drowcall.jdks} names. */
@Tag("compat")
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("io.rowcall.it.support.Jdks#older")
@OnJava({8, 11, 21})
final class ThreadsOnOlderJavaIT extends ThreadsContract {
  private final Path home;

  ThreadsOnOlderJavaIT(Path home) {
    this.home = home;
  }

  @Override
  ServiceCommand command(Path folder) {
    ServiceCommand command = ServiceCommand.of("threads", folder).on(home);
    return hasVirtualThreads() ? command.jvm("--enable-preview") : command;
  }

  @Override
  int java() {
    return hasVirtualThreads() ? 21 : 8;
  }

  /** A runtime of Java 8 may come without the file that tells its version. */
  private boolean hasVirtualThreads() {
    Path release = home.resolve("release");
    try {
      return Files.exists(release) && Files.readString(release).contains("JAVA_VERSION=\"21");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
