package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README work as they stand. Builds are not repeated: the jars that later
 * commands use must come from this one. The only change is the port, which may be taken.
 */
final class ReadmeIT {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern JAR = Pattern.compile("\\$ROWCALL/(\\S+\\.jar)");
  private static final Pattern FINDING = Pattern.compile("(?s)```\n(N\\+1: .*?)```");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>rowcall[a-z-]*</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern PEER =
      Pattern.compile("(?m)^\\| ([^|]+?) \\| ([\\d,]+) ns[^|]*\\| ([\\d,]+) bytes \\| ([^|]*)\\|");

  @TempDir private Path folder;

  @Test
  void beginsWithTheMainJobAndTheTests() throws IOException {
    List<String> builds =
        commands().get(0).lines().map(line -> line.replaceAll(" +#.*", "")).toList();
    assertEquals(List.of("mvn -q -Pdemo", "mvn verify"), builds);
  }

  @Test
  void usesJarsThatTheBuildCreates() throws IOException {
    Matcher jar = JAR.matcher(readme());
    int jars = 0;
    for (; jar.find(); jars++) {
      assertTrue(Files.isRegularFile(CHECKOUT.resolve(jar.group(1))), jar.group(1));
    }
    assertEquals(7, jars);
  }

  @Test
  void findsTheNPlusOneAndFailsTheBuild() throws Exception {
    List<String> blocks = commands();
    var script =
        new StringBuilder("set -e\n").append(withFreePort(blocks.get(1))).append("set +e\n");
    for (String block : blocks.subList(2, blocks.size())) {
      block.lines().forEach(line -> script.append(line).append("\necho \"exit code $?\"\n"));
    }
    String output = run(script.toString());
    assertTrue(output.contains("X-Query-Count: 26"), output);
    Matcher finding = FINDING.matcher(readme());
    assertTrue(finding.find());
    assertTrue(comparable(output).contains(comparable(finding.group(1)).strip()), output);
    List<String> exitCodes = output.lines().filter(line -> line.startsWith("exit code ")).toList();
    assertEquals(List.of("exit code 1", "exit code 0", "exit code 0"), exitCodes, output);
  }

  @Test
  void showsTheFiguresOfItsPeers() throws IOException {
    String peers = Files.readString(CHECKOUT.resolve("agent/bench/PEERS.md"));
    Matcher row = PEER.matcher(readme());
    int rows = 0;
    for (; row.find(); rows++) {
      String figures =
          "(?m)^\\| %s \\| [^|]+ \\| %s \\| [^|]+ \\| [^|]+ \\| %s \\|"
              .formatted(Pattern.quote(row.group(1)), plain(row.group(2)), plain(row.group(3)));
      assertTrue(Pattern.compile(figures).matcher(peers).find(), row.group());
      String start = row.group(4).strip();
      assertTrue(
          start.isEmpty()
              || Pattern.compile(
                      "(?m)^\\| %s \\| [^|]+ \\| %s \\|"
                          .formatted(Pattern.quote(row.group(1)), Pattern.quote(start)))
                  .matcher(peers)
                  .find(),
          row.group());
    }
    assertEquals(9, rows);
  }

  @Test
  void linksOfAllPagesLeadToFiles() throws IOException {
    var broken = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(CHECKOUT)) {
      for (Path page : files.filter(ReadmeIT::isPage).toList()) {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
          if (!Files.exists(page.resolveSibling(link.group(1)))) {
            broken.add(CHECKOUT.relativize(page) + ": " + link.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void pagesStateTheVersionOfTheBuild() throws IOException {
    Matcher build = VERSION.matcher(Files.readString(CHECKOUT.resolve("pom.xml")));
    assertTrue(build.find());
    String version = build.group(1);
    String release = version.replace("-SNAPSHOT", "");
    String changelog = Files.readString(CHECKOUT.resolve("agent/CHANGELOG.md"));
    assertTrue(changelog.contains(release), release);
    try (Stream<Path> files = Files.walk(CHECKOUT)) {
      for (Path page : files.filter(ReadmeIT::isPage).toList()) {
        Matcher stated = VERSION.matcher(Files.readString(page));
        while (stated.find()) {
          assertEquals(version, stated.group(1), page::toString);
        }
      }
    }
  }

  private static boolean isPage(Path file) {
    String path = CHECKOUT.relativize(file).toString();
    return path.endsWith(".md")
        && !path.contains("target" + File.separator)
        && !path.contains("node_modules" + File.separator);
  }

  private static String readme() throws IOException {
    return Files.readString(CHECKOUT.resolve("README.md"));
  }

  private static List<String> commands() throws IOException {
    var blocks = new ArrayList<String>();
    Matcher block = COMMANDS.matcher(readme());
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private static String withFreePort(String commands) throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String moved =
        commands
            .replace("--data=small", "--data=small --jdk-port=0 --port=" + port)
            .replace("localhost:3001", "localhost:" + port);
    assertTrue(moved.contains("--port=" + port) && moved.contains("localhost:" + port), moved);
    return moved;
  }

  /** Counts, lines and times differ between data sets and machines; words do not. */
  private static String comparable(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("\\d+(\\.\\d+)?", "#");
  }

  private static String plain(String number) {
    return number.replace(",", "");
  }

  /** Runs a script in the checkout, with temporary folders in the folder of this test. */
  private String run(String script) throws Exception {
    Path log = folder.resolve("output.log");
    var builder =
        new ProcessBuilder("bash", "-c", script)
            .directory(CHECKOUT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("TMPDIR", folder.toString());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, bin) -> bin + File.pathSeparator + path);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(4, TimeUnit.MINUTES);
      String output = Files.readString(log, StandardCharsets.UTF_8);
      assertTrue(ended, () -> "still running: " + output);
      return output;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
