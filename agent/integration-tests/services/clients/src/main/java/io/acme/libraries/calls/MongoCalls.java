package io.acme.libraries.calls;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;

/** MongoDB's synchronous driver. */
final class MongoCalls implements CallSubject {
  private final MongoCollection<Document> orders;

  MongoCalls(String url) {
    MongoServer server = new MongoServer(new MemoryBackend());
    MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    orders = client.getDatabase("shop").getCollection("orders");
    orders.insertOne(new Document("_id", "one"));
  }

  @Override
  public void call(String id) {
    orders.find(Filters.eq("canary", id)).first();
  }

  @Override
  public void fail() {
    orders.insertOne(new Document("_id", "one"));
  }
}
