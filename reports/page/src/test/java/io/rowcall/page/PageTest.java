package io.rowcall.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

final class PageTest {
  private static final Path COMMITTED = Path.of("src/main/resources/io/rowcall/page/page.html");
  private static final int MAX_BYTES = 300_000;

  @Test
  void isBuiltFromTheSourcesNextToIt() throws Exception {
    Matcher recorded =
        Pattern.compile("<meta name=\"rowcall-sources\" content=\"([0-9a-f]+)\">")
            .matcher(Files.readString(COMMITTED));
    assertTrue(recorded.find());
    assertEquals(
        hashOfSources(),
        recorded.group(1),
        "page.html is older than its sources: run `npm run build` in reports/page and commit it");
  }

  @Test
  @EnabledIfSystemProperty(
      named = "rowcall.page.built",
      matches = ".+",
      disabledReason = "only -Ppage builds the page")
  void equalsWhatTheSourcesBuild() throws IOException {
    assertEquals(
        Files.readString(Path.of(System.getProperty("rowcall.page.built"))),
        Files.readString(COMMITTED));
  }

  @Test
  void allowsItsOwnScriptAndStyleOnly() throws Exception {
    String page = new Page().html();
    assertTrue(page.contains("default-src 'none'; script-src " + hash(element(page, "script"))));
    assertTrue(page.contains("style-src " + hash(element(page, "style"))));
    assertFalse(page.contains("unsafe-"));
  }

  @Test
  void loadsNothing() throws IOException {
    String page = new Page().html();
    assertFalse(page.contains("src="), "an element with a source");
    assertFalse(Pattern.compile("@import|url\\((?!['\"]?data:)").matcher(page).find());
    // Names of XML namespaces are no addresses.
    Matcher address = Pattern.compile("https?://(?!www\\.w3\\.org/)[^\"'` ]*").matcher(page);
    assertFalse(address.find(), () -> address.group());
  }

  @Test
  void isSmallEnoughForTheAgent() throws IOException {
    assertTrue(Files.size(COMMITTED) < MAX_BYTES, "bytes: " + Files.size(COMMITTED));
  }

  @Test
  void embedsHostileTextWithoutChangingIt() throws IOException {
    String hostile =
        "{\"sql\":\"</script><script>alert(1)</script><!--rowcall-data--> $1 \\\\ ]]>\u2028\"}";
    String page =
        new Page()
            .embed("report", out -> out.write(hostile.getBytes(StandardCharsets.UTF_8)))
            .html();
    assertFalse(page.contains("alert(1)"));
    assertEquals(hostile, embedded(page, "report"));
  }

  @Test
  void embedsSeveralParts() throws IOException {
    String page =
        new Page()
            .embed("report", out -> out.write('1'))
            .embed("base", out -> out.write('2'))
            .html();
    assertEquals("1", embedded(page, "report"));
    assertEquals("2", embedded(page, "base"));
  }

  @Test
  void namesTheAddressOfALiveReport() {
    String page = Page.live("report.json");
    assertTrue(page.contains("<meta name=\"rowcall-live\" content=\"report.json\">"));
    assertFalse(page.contains("<!--rowcall-data-->"));
    assertThrows(IllegalArgumentException.class, () -> Page.live("\"><script>"));
    assertThrows(IllegalArgumentException.class, () -> Page.live("https://elsewhere"));
  }

  private static String embedded(String page, String name) throws IOException {
    Matcher block =
        Pattern.compile("<script type=\"application/gzip\" id=\"rowcall-" + name + "\">([^<]*)<")
            .matcher(page);
    assertTrue(block.find());
    byte[] compressed = Base64.getDecoder().decode(block.group(1));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String element(String page, String name) {
    int start = page.indexOf("<" + name + ">") + name.length() + 2;
    return page.substring(start, page.indexOf("</" + name + ">", start));
  }

  private static String hash(String content) throws Exception {
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
  }

  /** As in build.mjs. */
  private static String hashOfSources() throws Exception {
    var files = new TreeMap<String, Path>();
    try (Stream<Path> web = Files.list(Path.of("src/main/web"))) {
      web.forEach(file -> files.put("src/main/web/" + file.getFileName(), file));
    }
    files.put("build.mjs", Path.of("build.mjs"));
    files.put("package.json", Path.of("package.json"));
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    for (var file : files.entrySet()) {
      String content = Files.readString(file.getValue()).replace("\r\n", "\n");
      sum.update((file.getKey() + '\0' + content + '\0').getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sum.digest());
  }
}
