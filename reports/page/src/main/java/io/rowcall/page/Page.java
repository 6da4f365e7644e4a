package io.rowcall.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * HTML page that shows a report. Its data is either part of it, compressed, or polled from a URL.
 *
 * <p>Nothing of a report is ever HTML here: embedded data is Base64, which cannot end an element.
 */
public final class Page {
  /** Replaced by data; the template contains it once. */
  private static final String PLACEHOLDER = "<!--rowcall-data-->";

  private final StringBuilder data = new StringBuilder();

  /** Writes JSON in UTF-8. */
  public interface Json {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A page without data; see {@link #embed}. */
  public Page() {}

  /**
   * A page that polls a report every two seconds, and never stores anything.
   *
   * @param url of the report, relative to that of the page; letters, digits and {@code ./_-} only.
   *     The page appends its own query string.
   */
  public static String live(String url) {
    if (!url.matches("[A-Za-z0-9./_-]+")) {
      throw new IllegalArgumentException("expected a relative URL, found " + url);
    }
    return template().replace(PLACEHOLDER, "<meta name=\"rowcall-live\" content=\"" + url + "\">");
  }

  /**
   * Embeds a part of the data.
   *
   * @param name {@code report} for the report to show; {@code base} and {@code difference} for a
   *     comparison
   * @throws IOException if {@code json} throws it
   */
  public Page embed(String name, Json json) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      json.writeTo(gzip);
    }
    data.append("<script type=\"application/gzip\" id=\"rowcall-").append(name).append("\">");
    data.append(Base64.getEncoder().encodeToString(compressed.toByteArray()));
    data.append("</script>\n");
    return this;
  }

  /** The page with everything that was embedded. */
  public String html() {
    return template().replace(PLACEHOLDER, data);
  }

  private static String template() {
    try (InputStream in = Page.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IllegalStateException("page.html is missing in the jar");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("page.html in the jar is unreadable", unreadable);
    }
  }
}
