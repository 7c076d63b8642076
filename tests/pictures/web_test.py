"""web_test.py PAGE EXPECTED: what a pupil does with an exported page, in a real browser.

EXPECTED is JSON of the program: events and ties (names that the accessibility tree has to hold), and networks (the
names of the ties on each day of change, with nothing selected)."""
import json
import pathlib
import re
import sys

from web_driver import Page

problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


def named(page, expected):
    names = " \n".join(name for _, name in page.names())
    for title in expected["events"] + expected["ties"]:
        check(" ".join(title.split()) in " ".join(names.split()), f"not in the accessibility tree: {title}")


def selected(page):
    page.value("document.getElementById('marks').focus()")
    page.key("Home")
    first = page.value("document.getElementById('details-title').textContent")
    page.key("ArrowRight")
    second = page.value("document.getElementById('details-title').textContent")
    check(first and second and first != second, "the arrow keys do not go from event to event")
    check(page.value("document.querySelectorAll('#marks [aria-selected=true]').length") == 1, "one mark is selected")
    page.click("#events tbody tr:last-child button")
    check(page.value("document.getElementById('details-title').textContent === "
                     "document.querySelector('#events tbody tr:last-child button').textContent"), "a row selects its event")


def filtered(page):
    before = page.value("document.getElementById('count').textContent")
    page.click(".tenor")
    after = page.value("document.getElementById('count').textContent")
    check(before != after, "a tenor's button filters")
    check(page.value("document.querySelectorAll('#events tbody tr[hidden]').length") > 0, "the list is filtered too")
    page.click(".reset")
    check(page.value("document.getElementById('count').textContent") == before, "everything can be shown again")


def searched(page, expected):
    page.key("/")
    page.type(expected["search"])
    check(page.value("document.querySelectorAll('#hits [role=option]').length") > 0, "the search finds nothing")
    page.key("Enter")
    check(page.value("document.getElementById('details-title').textContent") == expected["found"], "Enter takes the first hit")


def moved(page, expected):
    page.key("Escape")
    page.value("document.getElementById('moment').focus()")
    page.key("Home")
    networks = {step["day"]: step["ties"] for step in expected["networks"]}
    seen = set()
    for _ in networks:
        page.key("ArrowRight")
        day = page.value("Number(document.getElementById('moment').getAttribute('aria-valuenow'))")
        if day in networks and day not in seen:
            seen.add(day)
            names = page.value("[...document.querySelectorAll('#nodes .link')].map(each => each.getAttribute('aria-label'))")
            check(sorted(names) == sorted(networks[day]), f"the network on day {day}: {sorted(set(names) ^ set(networks[day]))}")
    check(len(seen) > len(networks) // 2, f"of {len(networks)} days of change the moment came to {len(seen)}")


def touched(page):
    """The same with the pointer: a mark, an actor, the moment and the wheel."""
    page.click("#timeline .zoom button:last-child")
    page.key("Escape")
    page.click(".timeline-svg .event .mark")
    check(page.value("document.querySelectorAll('#marks [aria-selected=true]').length") == 1, "a click selects a mark")
    page.click(".network-svg .node .disc")
    check(page.value("document.querySelectorAll('#nodes .node[aria-selected=true]').length") == 1, "a click selects an actor")
    page.value("scrollTo(0, 0)")
    moment = "Number(document.getElementById('moment').getAttribute('aria-valuenow'))"
    before = page.value(moment)
    x, y = page.value("(() => { const box = document.querySelector('.flag').getBoundingClientRect();"
                      "return [box.left + box.width / 2, box.top + box.height / 2]; })()")
    page.drag(x, y, 500, y)
    check(page.value(moment) != before, "the moment can be dragged")
    year = "document.querySelector('.timeline-svg .year').textContent + document.querySelectorAll('.tick').length"
    before = page.value(year)
    page.call("Input.dispatchMouseEvent", type="mouseWheel", x=500, y=500, deltaX=0, deltaY=-600)
    page.settle()
    page.settle()
    check(page.value(year) != before, "the wheel zooms")


def told(page):
    if not page.value("Boolean(document.getElementById('stories'))"):
        return
    page.value("document.getElementById('stories').focus()")
    page.key("Enter")
    page.key("Enter")
    headline = "document.querySelector('#story h2').textContent"
    first = page.value(headline)
    page.key("PageDown")
    second = page.value(headline)
    page.key("ArrowRight")
    page.key("ArrowLeft")
    check(first != second and page.value(headline) == second, "keys turn the scenes of a story")
    page.key("PageUp")
    check(page.value(headline) == first, "Page Up turns back")
    page.key("Escape")
    check(page.value("document.getElementById('story').hidden"), "Esc ends the story")


INSIDE = """(() => {
    const box = name => { const found = document.querySelector(name); return found && found.getBoundingClientRect(); };
    const ring = box('.timeline-svg .ring'), story = box('#story'), flag = box('.cursor:not(.outside) .flag');
    const years = [...document.querySelectorAll('.timeline-svg .year')].filter(each => getComputedStyle(each).visibility !== 'hidden');
    return {ring: !ring || (ring.top >= 0 && ring.bottom <= story.top), story: story.height / innerHeight,
            years: years.map(each => each.getBoundingClientRect()).filter(each => flag && each.left < flag.right && flag.left < each.right).length,
            scenes: document.querySelector('.story-head').textContent};
})()"""


def undated(page):
    """Events without a date have the mark of the program's tray."""
    marks = page.value("[...document.querySelectorAll('.tray .chip .mark')].map(each => each.getAttribute('class'))")
    check(marks and all(mark == "mark t3 hollow" for mark in marks), f"marks of what has no date: {marks}")


def told_on_a_phone(page):
    """What a scene speaks of stands above the sheet that tells of it."""
    stories = page.value("JSON.parse(document.getElementById('data').textContent).stories")
    page.size(420, 800, touch=True)
    for number, story in enumerate(stories):
        page.value("document.getElementById('stories').click()")
        page.value(f"document.querySelectorAll('#story-menu button')[{number}].click()")
        for i, scene in enumerate(story["scenes"]):
            page.settle()
            seen, name = page.value(INSIDE), scene["headline"]
            check(seen["ring"], f"{name}: the sheet covers the event")
            check(seen["story"] <= .46, f"{name}: the sheet takes {seen['story']} of the page")
            check(seen["years"] == 0, f"{name}: the moment lies on {seen['years']} years")
            check(seen["scenes"].startswith(f"Scene {i + 1} of"), f"{name}: {seen['scenes']}")
            page.key("PageDown")
        page.key("Escape")
    page.size(1600, 1000)


ALL_TEXTS = """[...document.querySelectorAll('.panes svg text, .panes svg title, .tray, #details-title, .when')]
    .filter(each => each.getClientRects().length || each.tagName === 'title').map(each => each.textContent)
    .concat([...document.querySelectorAll('.panes [aria-label]')].map(each => each.getAttribute('aria-label')))
    .concat([...document.querySelectorAll('.panes [aria-valuetext]')].map(each => each.getAttribute('aria-valuetext')))"""


def hidden(page):
    """Scenes that hide something tell nothing of it, in what is drawn and in what is read out."""
    stories = page.value("JSON.parse(document.getElementById('data').textContent).stories")
    actors = page.value("JSON.parse(document.getElementById('data').textContent).actors.map(each => each.title)")
    if not stories:
        return
    page.value("document.getElementById('stories').focus()")
    page.key("Enter")
    page.key("Enter")
    for scene in stories[0]["scenes"]:
        page.settle()
        texts = page.value(ALL_TEXTS)
        years = {int(year) for text in texts for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)}
        name = scene["headline"]
        if scene["hideLater"] and scene["moment"] is not None:
            last = 1970 + int(scene["moment"] / 365.2425)
            check(all(year <= last for year in years), f"{name}: tells of {sorted(years)}")
        if scene["hideDates"]:
            check(not years, f"{name}: tells of {sorted(years)}")
        if scene["hideNames"]:
            told = [actor for actor in actors for text in texts if re.search(rf"(?<!\w){re.escape(actor)}(?!\w)", text)]
            check(not told, f"{name}: names {told}")
        if scene["hideLater"] or scene["hideDates"] or scene["hideNames"]:
            check(page.value("getComputedStyle(document.getElementById('lists')).display") == "none", "the lists are hidden")
        page.key("PageDown")
    page.key("Escape")
    check(page.value("getComputedStyle(document.getElementById('lists')).display") != "none", "the lists are back")


TIE_TYPE = """(() => {
    const svg = document.querySelector('.network-svg'), zoom = svg.getScreenCTM().a;
    const sizeOf = each => parseFloat(getComputedStyle(each).fontSize) * zoom;
    return {labels: [...svg.querySelectorAll('.label text')].map(sizeOf), names: [...svg.querySelectorAll('.beside')].map(sizeOf)};
})()"""


def readable_when_small(page):
    """In a small window, names of actors and what is said at ties keep a size that can be read."""
    for width, height in ((1280, 800), (1600, 1000)):
        page.size(width, height)
        page.settle()
        page.settle()
        sizes = page.value(TIE_TYPE)
        check(len(sizes["labels"]) > 0, f"no tie has a label in {width} x {height}")
        check(min(sizes["labels"], default=11) > 10.9, f"labels of ties in {width} x {height}: {min(sizes['labels'], default=0)} pixels")
        check(min(sizes["names"], default=11) > 10, f"names of actors in {width} x {height}: {min(sizes['names'], default=0)} pixels")
    page.size(1600, 1000)


LINE_ON_NAMES = """(() => {
    const line = document.querySelector('.cursor-line'), along = line.getBoundingClientRect();
    const met = [...document.querySelectorAll('.lane-name')].filter(name => {
        const box = name.getBoundingClientRect();
        return along.left < box.right && box.left < along.right;
    });
    const isClear = name => {
        const plate = name.previousElementSibling, box = name.getBoundingClientRect(), ground = plate.getBoundingClientRect();
        return line.compareDocumentPosition(plate) & Node.DOCUMENT_POSITION_FOLLOWING && getComputedStyle(plate).fillOpacity === '1'
            && ground.left <= box.left && ground.right >= box.right && ground.top <= box.top + 3 && ground.bottom >= box.bottom - 3;
    };
    return {met: met.length, crossed: met.filter(name => !isClear(name)).map(name => name.textContent)};
})()"""


LINE_ON_TITLES = """(() => {
    const line = document.querySelector('.cursor-line'), along = line.getBoundingClientRect();
    const met = [...document.querySelectorAll('.event .title')].filter(title => {
        const box = title.getBoundingClientRect();
        return along.left < box.right && box.left < along.right;
    });
    const isClear = title => [...title.parentElement.querySelectorAll('rect')].some(plate => {
        const box = title.getBoundingClientRect(), ground = plate.getBoundingClientRect();
        return line.compareDocumentPosition(plate) & Node.DOCUMENT_POSITION_FOLLOWING && getComputedStyle(plate).fillOpacity === '1'
            && ground.left <= box.left + 1 && ground.right >= box.right - 1 && ground.top <= box.top && ground.bottom >= box.bottom - 3;
    });
    return {met: met.length, crossed: met.filter(title => !isClear(title)).map(title => title.textContent)};
})()"""


def moment_behind_titles(page):
    """The line of the moment does not run through the names of events."""
    page.size(1280, 800)
    page.settle()
    seen = page.value(LINE_ON_TITLES)
    check(seen["met"] > 1, "the moment stands at the names of events")
    check(not seen["crossed"], f"the line of the moment crosses the names of {seen['crossed']}")
    page.size(1600, 1000)


def pills_beside_selected(page):
    """Marks that are joined leave the selected one free, at the edge of a narrow page too."""
    page.size(420, 800, touch=True)
    page.settle()
    seen = page.value("""(() => {
        const ring = document.querySelector('#marks .ring')?.getBoundingClientRect();
        const pills = [...document.querySelectorAll('#marks .pill')].map(pill => pill.getBoundingClientRect());
        return {ring: Boolean(ring), pills: pills.length, covering: !ring ? 0 : pills.filter(pill => pill.left < ring.right
            && ring.left < pill.right && pill.top < ring.bottom && ring.top < pill.bottom).length};
    })()""")
    check(seen["ring"] and seen["pills"] > 0, "an event is selected among joined ones")
    check(seen["covering"] == 0, "a pill covers the selected event")
    check(page.value("""(() => {
        const zoom = document.querySelector('#timeline .zoom').getBoundingClientRect();
        return [...document.querySelectorAll('#marks .pill, #marks .mark, .lane')].every(part => part.getBoundingClientRect().bottom <= zoom.top + 1);
    })()"""), "buttons lie on the lanes")
    page.size(1600, 1000)


def moment_behind_names(page):
    """On a narrow page lanes are named where the line of the moment may stand."""
    page.size(420, 800, touch=True)
    page.settle()
    page.value("document.querySelector('#timeline .zoom button:last-child').click()")
    page.settle()  # until then the moment is out of sight and takes no focus
    page.value("document.getElementById('moment').focus()")
    page.key("Home")
    page.settle()
    seen = page.value(LINE_ON_NAMES)
    check(seen["met"] > 0, "the first moment stands at the names of lanes")
    check(not seen["crossed"], f"the line of the moment crosses the names of {seen['crossed']}")
    page.size(1600, 1000)


def fits(page):
    for width, height in ((360, 740), (1024, 680), (1920, 1080)):
        page.size(width, height)
        page.settle()
        check(page.value("document.documentElement.scrollWidth <= innerWidth"), f"cut off at {width} pixels")


def main():
    url = pathlib.Path(sys.argv[1]).resolve().as_uri()
    with open(sys.argv[2], encoding="utf-8") as file:
        expected = json.load(file)
    page = Page(url)
    try:
        named(page, expected)
        moment_behind_titles(page)
        pills_beside_selected(page)
        selected(page)
        filtered(page)
        searched(page, expected)
        moved(page, expected)
        touched(page)
        told(page)
        hidden(page)
        told_on_a_phone(page)
        undated(page)
        readable_when_small(page)
        moment_behind_names(page)
        fits(page)
        check(not page.complaints, f"the browser complains: {page.complaints}")
        others = [asked for asked in page.requests if asked != url and not asked.startswith("data:")]
        check(not others, f"the page asks for {others}")
    finally:
        page.close()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
