package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.format.Report;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/** Identity of the run: service, instance, process, and start. */
final class RunInfo {
  private final String service;
  private final String instance;
  private final String process;
  private final String pid;
  private final Date start;

  private RunInfo(String service, String instance, String process, String pid, Date start) {
    this.service = service;
    this.instance = instance;
    this.process = process;
    this.pid = pid;
    this.start = start;
  }

  static RunInfo of(Config config) {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    int separator = name.indexOf('@');
    String pid = separator < 0 ? name : name.substring(0, separator);
    String service = config.text(Setting.SERVICE);
    String instance = config.text(Setting.INSTANCE);
    return new RunInfo(
        service.isEmpty() ? serviceName(System.getProperty("sun.java.command", "")) : service,
        instance.isEmpty() ? name : instance,
        name,
        pid,
        new Date(ManagementFactory.getRuntimeMXBean().getStartTime()));
  }

  /**
   * A service's default name: {@code shop} for {@code /opt/shop.jar} or {@code
   * com.acme/com.acme.shop}.
   */
  static String serviceName(String command) {
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    if (main.isEmpty()) {
      return "java";
    }
    String name = new File(main).getName();
    if (name.endsWith(".jar")) {
      return name.substring(0, name.length() - ".jar".length());
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * Creates the report's frame.
   *
   * @param ended whether this is the JVM's last report
   */
  Report newReport(boolean ended) {
    Report report = new Report();
    String version = RunInfo.class.getPackage().getImplementationVersion();
    report.agent.version = version == null ? "development" : version;
    report.run.service = service;
    report.run.instance = instance;
    report.run.start = iso(start);
    report.run.end = iso(new Date());
    report.run.running = ended ? 0 : 1;
    report.run.jvm = System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    return report;
  }

  /** The JVM's own name, {@code pid@host}. */
  String process() {
    return process;
  }

  /** Prefix of the names of report files. */
  String filePrefix() {
    SimpleDateFormat format = new SimpleDateFormat("yyyyMMdd-HHmmss", Locale.ROOT);
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    StringBuilder name = new StringBuilder("rowcall-");
    for (int i = 0; i < Math.min(service.length(), 60); i++) {
      char c = service.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      name.append(plain || c == '-' || c == '_' || c == '.' ? c : '_');
    }
    return name + "-" + pid + "-" + format.format(start);
  }

  static String iso(Date date) {
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    return format.format(date);
  }
}
