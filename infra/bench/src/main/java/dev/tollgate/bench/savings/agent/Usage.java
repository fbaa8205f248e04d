package dev.tollgate.bench.savings.agent;

/**
 * What a model is billed for.
 *
 * @param requests how often the model was asked
 * @param input tokens of all requests, each with the whole conversation so far
 * @param cached how many of them an earlier request had too, as the prompt and the definitions always have
 * @param output tokens that the model wrote
 * @param longest tokens of the longest request
 */
public record Usage(int requests, long input, long cached, long output, long longest) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                requests + other.requests,
                input + other.input,
                cached + other.cached,
                output + other.output,
                Math.max(longest, other.longest));
    }

    /** In dollars, where nothing is cached. */
    public double cost(Rates rates) {
        return (input * rates.input() + output * rates.output()) / Rates.PER;
    }

    /** In dollars, where all is cached that can be. */
    public double cachedCost(Rates rates) {
        return ((input - cached) * rates.input() + cached * rates.cachedInput() + output * rates.output()) / Rates.PER;
    }
}
