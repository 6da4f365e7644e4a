package io.acme.mappers;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Many;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.FetchType;

/** MyBatis mapper of authors and books. */
public interface BookMapper {

  @Select("SELECT id, name FROM author ORDER BY id")
  @Results({
    @Result(property = "id", column = "id", id = true),
    @Result(
        property = "books",
        column = "id",
        many = @Many(select = "titlesOf", fetchType = FetchType.LAZY))
  })
  List<MyBatisAuthor> authors();

  @Select("SELECT title FROM book WHERE author_id = #{author}")
  List<String> titlesOf(int author);

  @Select({
    "<script>SELECT title FROM book WHERE author_id IN",
    "<foreach collection='authors' item='each' open='(' separator=',' close=')'>#{each}</foreach>",
    "</script>"
  })
  List<String> titlesOfAll(@Param("authors") List<Integer> authors);

  @Select("SELECT b.title FROM author a JOIN book b ON b.author_id = a.id ORDER BY a.id")
  List<String> titles();

  @Insert("INSERT INTO book VALUES (#{id}, #{author}, #{title})")
  void add(@Param("id") int id, @Param("author") int author, @Param("title") String title);
}
