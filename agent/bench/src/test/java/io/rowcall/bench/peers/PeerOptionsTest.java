package io.rowcall.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.bench.peers.PeerOptions.TableName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerOptionsTest {
  @Test
  void selectsAPeerInAllItsModesNextToNone() {
    PeerOptions options = PeerOptions.parse(List.of("--only", "rowcall,glowroot"));
    assertEquals(
        List.of("none", "rowcall", "glowroot", "glowroot-central"),
        options.peers().stream().map(Peer::key).toList());
  }

  @Test
  void selectsTablesRoundsAndThreads() {
    PeerOptions options =
        PeerOptions.parse(List.of("--table", "threads", "--threads", "2,8", "--rounds", "3"));
    assertEquals(Set.of(TableName.THREADS), options.tables());
    assertEquals(List.of(2, 8), options.threads());
    assertEquals(3, options.rounds());
  }

  @Test
  void showsTheUsageForAnythingElse() {
    for (List<String> wrong :
        List.of(List.of("--only", "nobody"), List.of("--rounds"), List.of("--table", "chairs"))) {
      var error = assertThrows(IllegalArgumentException.class, () -> PeerOptions.parse(wrong));
      assertTrue(String.valueOf(error.getMessage()).contains(PeerOptions.USAGE));
    }
  }
}
