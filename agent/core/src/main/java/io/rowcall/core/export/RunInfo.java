package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.format.Report;
import java.io.File;

/** Identity of the run: service, instance, process, and start. */
final class RunInfo {
  private final String service;
  private final String instance;
  private final String process;
  private final String pid;
  private final long startMillis;

  private RunInfo(String service, String instance, String process, String pid, long startMillis) {
    this.service = service;
    this.instance = instance;
    this.process = process;
    this.pid = pid;
    this.startMillis = startMillis;
  }

  static RunInfo of(Config config) {
    String name = JvmProcess.name();
    int separator = name.indexOf('@');
    String pid = separator < 0 ? name : name.substring(0, separator);
    String service = config.text(Setting.SERVICE);
    String instance = config.text(Setting.INSTANCE);
    return new RunInfo(
        service.isEmpty() ? serviceName(System.getProperty("sun.java.command", "")) : service,
        instance.isEmpty() ? name : instance,
        name,
        pid,
        JvmProcess.startMillis());
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
    report.run.start = UtcTime.iso(startMillis);
    report.run.end = UtcTime.iso(System.currentTimeMillis());
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
    StringBuilder name = new StringBuilder("rowcall-");
    for (int i = 0; i < Math.min(service.length(), 60); i++) {
      char c = service.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      name.append(plain || c == '-' || c == '_' || c == '.' ? c : '_');
    }
    return name + "-" + pid + "-" + UtcTime.compact(startMillis);
  }
}
