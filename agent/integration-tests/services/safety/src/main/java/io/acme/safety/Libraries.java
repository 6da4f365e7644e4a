package io.acme.safety;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.StringWriter;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import org.HdrHistogram.Histogram;
import org.slf4j.LoggerFactory;

/** Uses the application's own versions of libraries that the agent consists of. */
final class Libraries {
  private Libraries() {}

  /** One line per library: where it comes from, and what it has made. */
  static String use() throws Exception {
    Object made =
        new ByteBuddy()
            .subclass(Object.class)
            .method(ElementMatchers.named("toString"))
            .intercept(FixedValue.value("made"))
            .make()
            .load(Libraries.class.getClassLoader())
            .getLoaded()
            .getDeclaredConstructor()
            .newInstance();
    StringWriter json = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
      generator.writeStartObject();
      generator.writeNumberField("n", 1);
      generator.writeEndObject();
    }
    Histogram histogram = new Histogram(3);
    histogram.recordValue(7);
    return line(ByteBuddy.class, made)
        + line(JsonFactory.class, json)
        + line(Histogram.class, histogram.getMaxValue())
        + line(LoggerFactory.class, "");
  }

  private static String line(Class<?> library, Object made) {
    String path = library.getProtectionDomain().getCodeSource().getLocation().getPath();
    return path.substring(path.lastIndexOf('/') + 1) + " " + made + "\n";
  }
}
