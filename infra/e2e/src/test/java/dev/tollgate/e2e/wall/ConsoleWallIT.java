package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An owner of one tenant opens every page with another's ids in the address. */
@EndToEnd
@DisplayName("One tenant's owner at the console, with another's ids in the address,")
class ConsoleWallIT {
    /** Every page, each with an id that somebody might put behind its address. */
    private static final Map<String, Function<Estate, Object>> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("", Estate::tenant),
            Map.entry("alerts", Estate::alert),
            Map.entry("calls", Estate::call),
            Map.entry("clients", Estate::user),
            Map.entry("connections", Estate::server),
            Map.entry("environments", Estate::environment),
            Map.entry("groups", Estate::group),
            Map.entry("identity-provider", Estate::tenant),
            Map.entry("keys", Estate::key),
            Map.entry("limits", Estate::limit),
            Map.entry("models", Estate::model),
            Map.entry("people", Estate::user),
            Map.entry("prices", Estate::price),
            Map.entry("servers", Estate::server),
            Map.entry("settings", Estate::tenant),
            Map.entry("spend", Estate::price),
            Map.entry("subjects", Estate::subject),
            Map.entry("tools", Estate::tool)));

    /** Pages of whoever runs Tollgate. */
    private static final Set<String> OPERATORS = Set.of("catalogue");

    private final Tollgate tollgate;
    private final Neighbours neighbours;

    @RegisterExtension
    final ConsoleWindow window;

    private ConsolePage console;

    ConsoleWallIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forTheSuite(tollgate);
        this.neighbours = Neighbours.in(tollgate);
    }

    @BeforeAll
    void signed_in() {
        console = window.signIn(neighbours.b().company().member(Role.OWNER));
        console.shows("page-home");
    }

    static Stream<String> pages() {
        return PAGES.keySet().stream();
    }

    @Test
    @DisplayName("has the pages that the suite knows, and no other")
    void every_page_is_known() {
        assertThat(ConsoleRoutes.declared())
                .as("routes that the console declares; each needs an id in PAGES")
                .isEqualTo(Stream.concat(PAGES.keySet().stream(), OPERATORS.stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("is refused the operator's pages, and is not shown a way to them")
    void the_operators_pages_are_closed() {
        for (var page : OPERATORS) {
            window.open("");
            console.shows("page-home").lacks("nav-" + page);

            window.open(page);

            console.shows("page-refused").lacks("page-" + page);
        }
    }

    @ParameterizedTest(name = "/{0}")
    @MethodSource("pages")
    @DisplayName("is told that there is no such page")
    void an_id_is_no_page(String page) {
        var id = Objects.requireNonNull(PAGES.get(page)).apply(neighbours.a().estate());

        window.open(page.isEmpty() ? id.toString() : page + "/" + id);

        console.shows("page-not-found", "There is no such page");
        showsNothingOfA();
    }

    @ParameterizedTest(name = "/{0}")
    @MethodSource("pages")
    @DisplayName("sees its own alone, whatever a page is asked to show")
    void a_filter_shows_nothing(String page) {
        var a = neighbours.a().estate();

        window.open(page + "?key=" + a.key() + "&server=" + a.server() + "&tool=" + a.tool() + "&group=" + a.group()
                + "&environment=" + a.environment() + "&call=" + a.call() + "&id=" + a.key() + "&q=" + a.marker());

        console.shows("page-" + (page.isEmpty() ? "home" : page));
        console.shows("tenant-name", neighbours.b().company().tenant().name());
        showsNothingOfA();
    }

    @Test
    @DisplayName("is told the same of another's team as of one that does not exist")
    void an_owner_is_not_found() {
        var a = neighbours.a().estate();

        var told = toldOf(a.subject());

        assertThat(told).containsIgnoringCase("not found");
        assertThat(toldOf(a.imagined().subject())).isEqualTo(told);
    }

    private String toldOf(String owner) {
        window.open("keys?owner=" + owner);
        console.shows("page-keys");
        var notice = window.page().locator("vaadin-notification-card .notice-words");
        PlaywrightAssertions.assertThat(notice).isVisible();
        showsNothingOfA();
        return notice.innerText();
    }

    private void showsNothingOfA() {
        var everything = console.everything();
        assertThat(neighbours.a().estate().traces()).noneMatch(everything::contains);
        assertThat(neighbours.confidences().in(everything)).isEmpty();
    }
}
