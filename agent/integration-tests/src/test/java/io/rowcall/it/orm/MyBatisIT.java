package io.rowcall.it.orm;

/** MyBatis: nested selects that run when a property is read. */
final class MyBatisIT extends MapperContract {

  MyBatisIT() {
    super(
        "mybatis",
        "MyBatisLibrary.java",
        "loaded lazily by MyBatis",
        "In MyBatis: one joined select",
        "ExecutorType.BATCH");
  }
}
