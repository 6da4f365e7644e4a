package io.rowcall.bench.peers;

/**
 * File on Maven Central.
 *
 * @param coordinates group:artifact:version, or group:artifact:version:zip:classifier
 * @param jar the agent's path in a zip; empty if the file is the agent itself
 */
record Artifact(String coordinates, String jar) {
  static Artifact jar(String coordinates) {
    return new Artifact(coordinates, "");
  }

  String name() {
    return coordinates.split(":")[1];
  }

  boolean isZip() {
    return !jar.isEmpty();
  }

  String fileName() {
    String[] parts = coordinates.split(":");
    return isZip()
        ? parts[1] + "-" + parts[2] + "-" + parts[4] + ".zip"
        : parts[1] + "-" + parts[2] + ".jar";
  }
}
