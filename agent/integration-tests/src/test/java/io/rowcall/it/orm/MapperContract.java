package io.rowcall.it.orm;

import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Extends {@link LibraryContract} for the mappers that share the service {@code mappers}. */
abstract class MapperContract extends LibraryContract {
  private static final Path SOURCES = Path.of("mappers/src/main/java/io/acme/mappers");

  private final String mapper;
  private final String source;
  private final String caller;
  private final String readAdvice;
  private final String writeAdvice;

  MapperContract(
      String mapper, String source, String caller, String readAdvice, String writeAdvice) {
    this.mapper = mapper;
    this.source = source;
    this.caller = caller;
    this.readAdvice = readAdvice;
    this.writeAdvice = writeAdvice;
  }

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("mappers", folder).jvmArg("-Dlibrary.mapper=" + mapper);
  }

  @Override
  Path source() {
    return SOURCES.resolve(source);
  }

  @Override
  String caller() {
    return caller;
  }

  @Override
  String readAdvice() {
    return readAdvice;
  }

  @Override
  String writeAdvice() {
    return writeAdvice;
  }
}
