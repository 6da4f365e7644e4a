SELECT id, name FROM contact WHERE id = ?
select o1_0.id,o1_0.address,o1_0.city,o1_0.first_name,o1_0.last_name,o1_0.telephone,p1_0.owner_id,p1_0.id,p1_0.birth_date,p1_0.name,t1_0.id,t1_0.name from owners o1_0 left join pets p1_0 on o1_0.id=p1_0.owner_id left join types t1_0 on t1_0.id=p1_0.type_id where o1_0.id=? order by p1_0.name
insert into order_line (order_id,product_id,quantity,price,note,id) values (?,?,?,?,?,default)
update "account" set "balance"="balance"-?,"version"=?,"changed_at"=? where "id"=? and "version"=?
SELECT * FROM product WHERE category IN ('books','music','films') AND price BETWEEN 9.99 AND 49.99 AND name LIKE '%java%' ORDER BY price DESC LIMIT 20 OFFSET 40
SELECT c.id, c.name, COUNT(o.id) AS orders, SUM(o.total) AS revenue FROM customer c JOIN orders o ON o.customer_id = c.id WHERE o.created_at >= '2024-01-01' AND o.status <> 'CANCELLED' GROUP BY c.id, c.name HAVING SUM(o.total) > 1000 ORDER BY revenue DESC
SELECT a.id, a.title FROM article a WHERE a.author_id IN (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
WITH RECURSIVE tree AS (SELECT id, parent_id, 1 AS depth FROM node WHERE id = 42 UNION ALL SELECT n.id, n.parent_id, t.depth + 1 FROM node n JOIN tree t ON n.parent_id = t.id) SELECT * FROM tree WHERE depth <= 5
delete from session_entry where expires_at < 1732170000000 and user_id = 'a8601520-afd8-7141-80a2-ecadea000000'
INSERT INTO audit (at, who, what) VALUES ('2024-05-05 12:00:00', 'alice', 'it''s done'), ('2024-05-05 12:00:01', 'bob', 'logged in'), ('2024-05-05 12:00:02', 'carol', 'logged out')
/* traceparent='00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' */ SELECT t.id::text, t.payload ->> 'name' FROM task t WHERE t.state = 'READY' AND t.run_at <= now() FOR UPDATE SKIP LOCKED
select count(*) from visits v where v.pet_id=? and v.visit_date between ? and ? and v.deleted=false
