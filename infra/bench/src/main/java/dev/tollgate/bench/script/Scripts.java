package dev.tollgate.bench.script;

/** What is run. */
final class Scripts {
    /** Calls a tool five times and makes one small thing of the fifty that it found. */
    static final String FIVE_CALLS = """
            found = []
            for word in ["a", "b", "c", "d", "e"]:
                answer = stub.echo(marker = word, size = 10)
                for hit in answer["hits"]:
                    if hit["score"] > 3:
                        found.append({"id": hit["id"], "title": f"{hit['title']} ({hit['score']})"})
            found = sorted(found, key = lambda f: f["id"])
            result = {"count": len(found), "first": found[:3]}
            """;

    /** The body of a loop is {@code total += i}. */
    static final String MILLION_SUMS = """
            def count(n):
                total = 0
                for i in range(n):
                    total += i
                return total
            count(1000000)
            """;

    /** A third of the bodies adds the double. */
    static final String MILLION_CHOICES = """
            def count(n):
                total = 0
                for i in range(n):
                    if i % 3 == 0:
                        total += i * 2
                return total
            count(1000000)
            """;

    private Scripts() {}

    /** A script that waits for its one call and gives what it is answered. */
    static String waiting(int number) {
        return "stub.echo(marker = \"m\", size = " + number + ")";
    }
}
