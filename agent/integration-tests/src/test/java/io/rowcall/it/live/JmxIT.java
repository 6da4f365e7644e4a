package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.tools.attach.VirtualMachine;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The totals over JMX, as a console reads them. */
@Tag("compat")
final class JmxIT {
  @TempDir private Path folder;

  @Test
  @SuppressWarnings("BanJNDI") // Of the service on this machine that the test has started.
  void registersTheTotalsAsAnMBean() throws Exception {
    try (ServiceProcess service = ServiceCommand.of("jdk", folder).with("jmx", true).start()) {
      service.get("/loop/10");
      var machine = VirtualMachine.attach(Long.toString(service.pid()));
      String address = machine.startLocalManagementAgent();
      machine.detach();
      try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        var connection = connector.getMBeanServerConnection();
        var name = new ObjectName("io.rowcall:type=Totals");
        Await.until(
            () -> {
              try {
                return Long.valueOf(1).equals(connection.getAttribute(name, "Requests"));
              } catch (InstanceNotFoundException starting) {
                return false;
              } catch (JMException | IOException e) {
                throw new AssertionError(e);
              }
            },
            Duration.ofSeconds(60),
            service::output);
        long attributed =
            (Long) connection.getAttribute(name, "Executions")
                - (Long) connection.getAttribute(name, "UnattributedExecutions");
        assertEquals(11, attributed);
        assertEquals(1L, connection.getAttribute(name, "Findings"));
      }
      service.exit();
    }
  }
}
