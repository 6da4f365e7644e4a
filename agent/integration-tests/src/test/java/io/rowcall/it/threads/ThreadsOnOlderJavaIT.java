package io.rowcall.it.threads;

import io.rowcall.it.support.OnJava;
import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads and executors of every JDK listed in {@code -Drowcall.jdks}. */
@Tag("compat")
@EnabledIfSystemProperty(
    named = "rowcall.jdks",
    matches = ".+",
    disabledReason = "no additional JDKs: list their homes in -Drowcall.jdks")
@ParameterizedClass
@MethodSource("io.rowcall.it.support.Jdks#additional")
@OnJava({8, 11, 21})
final class ThreadsOnOlderJavaIT extends ThreadsContract {
  private final Path home;

  ThreadsOnOlderJavaIT(Path home) {
    this.home = home;
  }

  @Override
  ServiceCommand command(Path folder) {
    ServiceCommand command = ServiceCommand.of("threads", folder).onJdk(home);
    return hasVirtualThreads() ? command.jvmArg("--enable-preview") : command;
  }

  @Override
  int javaVersion() {
    return hasVirtualThreads() ? 21 : 8;
  }

  /** A Java 8 runtime may lack the file {@code release}. */
  private boolean hasVirtualThreads() {
    Path release = home.resolve("release");
    try {
      return Files.exists(release) && Files.readString(release).contains("JAVA_VERSION=\"21");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
