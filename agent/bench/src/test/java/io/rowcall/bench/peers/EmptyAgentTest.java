package io.rowcall.bench.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyAgentTest {
  @Test
  void attachesToAProgramThatDoesNothing(@TempDir Path folder) throws Exception {
    Path jar = EmptyAgent.jar(folder);
    List<String> program = List.of(PeerRun.program(EmptyProgram.class));
    try (Attachment attachment = Attachment.of(Peers.EMPTY, jar)) {
      assertTrue(
          ProcessCpu.millis(
                  attachment.folder(), attachment.jvmArguments(program.toArray(String[]::new)))
              > 0);
    }
  }
}
