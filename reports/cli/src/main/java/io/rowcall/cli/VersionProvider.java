package io.rowcall.cli;

import io.rowcall.text.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** Prints the version of the build for {@code --version}. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"rowcall " + BuildVersion.get()};
  }
}
