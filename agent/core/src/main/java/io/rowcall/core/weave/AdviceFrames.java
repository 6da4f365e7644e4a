package io.rowcall.core.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Local variables of expanded stack frames, where a long or a double is one entry. */
final class AdviceFrames {
  private AdviceFrames() {}

  /** The number of local variables that an entry of a frame takes. */
  static int size(Object entry) {
    return Opcodes.LONG.equals(entry) || Opcodes.DOUBLE.equals(entry) ? 2 : 1;
  }

  /** The entry for a value of a type. */
  static Object entry(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.ARRAY:
      case Type.OBJECT:
        return type.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }

  /**
   * Appends entries behind others, at a given local variable.
   *
   * @param first entries of the variables before, or of fewer
   * @param from the first entry to append
   * @param to the entry after the last to append
   */
  static Object[] join(Object[] first, int variable, Object[] more, int from, int to) {
    List<Object> all = new ArrayList<Object>(first.length + to - from + 4);
    int variables = 0;
    for (Object entry : first) {
      all.add(entry);
      variables += size(entry);
    }
    if (from < to) {
      for (; variables < variable; variables++) {
        all.add(Opcodes.TOP);
      }
      for (int i = from; i < to; i++) {
        all.add(more[i]);
      }
    }
    return all.toArray();
  }
}
