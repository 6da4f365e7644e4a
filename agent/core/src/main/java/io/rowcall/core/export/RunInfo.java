package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.format.Report;
import java.io.File;

/** Which service and which JVM the figures are of. */
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
    int at = name.indexOf('@');
    String pid = at < 0 ? name : name.substring(0, at);
    String service = config.text(Setting.SERVICE);
    String instance = config.text(Setting.INSTANCE);
    return new RunInfo(
        service.isEmpty() ? mainName(System.getProperty("sun.java.command", "")) : service,
        instance.isEmpty() ? name : instance,
        name,
        pid,
        JvmProcess.startMillis());
  }

  /** {@code shop} for {@code /opt/shop.jar}, and for {@code com.acme/com.acme.shop}. */
  static String mainName(String command) {
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
   * @param ended this is the JVM's last report
   */
  Report report(boolean ended) {
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

  /** As the JVM calls itself: {@code pid@host}. */
  String process() {
    return process;
  }

  /** How the names of its files begin. */
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
