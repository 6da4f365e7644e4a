package io.rowcall.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class JdkToolTest {
  @Test
  void recognizesToolsOfTheJdk() {
    assertTrue(JdkTool.isTool("java.base/sun.security.tools.keytool.Main -list", "java.base"));
    assertTrue(JdkTool.isTool("sun.security.tools.keytool.Main -list", ""));
    assertTrue(JdkTool.isTool("jdk.jcmd/sun.tools.jcmd.JCmd 1", "jdk.jcmd"));
    assertTrue(JdkTool.isTool("jdk.compiler/com.sun.tools.javac.Main X.java", ""));
  }

  @Test
  void doesNotMistakeAnApplicationForATool() {
    assertFalse(JdkTool.isTool("service.jar --port 1", ""));
    assertFalse(JdkTool.isTool("/opt/jdk.tools/service.jar", ""));
    assertFalse(JdkTool.isTool("com.acme.Main", "com.acme"));
    assertFalse(JdkTool.isTool("com.acme/com.acme.Main", "com.acme"));
    assertFalse(
        JdkTool.isTool(
            "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Job.java", "jdk.compiler"));
    assertFalse(JdkTool.isTool("", ""));
  }
}
