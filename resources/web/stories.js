// Stories: a list to choose from, and scenes that set the view.

const story = {row: -1, scene: 0, follows: false, bar: null, menu: null, before: null};

function buildStories() {
    story.bar = make('section', {class: 'story with-sources', id: 'story', hidden: true, 'aria-label': words.story.stories});
    if (!data.stories.length)
        return null;
    story.menu = make('div', {class: 'menu', id: 'story-menu', hidden: true, role: 'group', 'aria-label': words.story.stories},
        data.stories.map((each, i) => make('button', {type: 'button', class: 'entry', onclick: () => startStory(i)},
            make('b', {}, each.title), make('span', {class: 'side'}, say(words.story.scenes, each.scenes.length)),
            make('span', {class: 'about'}, each.text))));
    story.button = make('button', {type: 'button', class: 'strong', id: 'stories', 'aria-expanded': 'false', 'aria-controls': 'story-menu',
                                   onclick: () => openMenu(story.menu.hidden)}, words.story.stories);
    return make('div', {class: 'stories'}, story.button, story.menu);
}

function openMenu(isOpen) {
    story.menu.hidden = !isOpen;
    story.button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen)
        story.menu.querySelector('button').focus();
}

function startStory(row) {
    openMenu(false);
    story.before = {...state};
    story.row = row;
    showScene(0);
    story.bar.querySelector('h2').focus();
}

function showScene(number) {
    const scenes = data.stories[story.row].scenes;
    story.scene = clamp(number, 0, scenes.length - 1);
    const scene = scenes[story.scene];
    const next = {selection: scene.selection, filter: scene.filter, hideLater: scene.hideLater, hideDates: scene.hideDates,
                  hideNames: scene.hideNames, first: scene.first ?? data.opening.first,
                  last: scene.last === null ? data.opening.last : scene.last + 1};
    const {kind, row} = parseSubject(scene.selection);
    const moment = scene.moment ?? (kind === 'e' ? data.events[row].moment : null);
    if (moment !== null && moment !== undefined)
        next.moment = moment;
    if (scene.hideLater)
        hideBehind(next, scene);
    change(next);
    drawStory(scene, scenes.length);
    story.follows = true;
    ask(['size']);
}

/// Where the story lies over the page, what it speaks of stands above it until the reader moves the page.
function keepInSight() {
    if (story.row < 0 || !story.follows || window.innerWidth >= 900)
        return;
    timeline.box.scrollIntoView({block: 'start'});
    const mark = document.querySelector('#mark-' + (state.selection || 'none') + ' .ring');
    const bottom = mark ? mark.getBoundingClientRect().bottom + 8 : 0, room = story.bar.getBoundingClientRect().top;
    if (bottom > room)
        window.scrollBy(0, bottom - room);
}

for (const kind of ['pointerdown', 'wheel', 'touchmove'])
    document.addEventListener(kind, event => { story.follows = story.follows && Boolean(event.target.closest('.story')); }, {passive: true});

/// The span ends a little behind the moment, and what has not begun is not selected.
function hideBehind(next, scene) {
    const moment = next.moment ?? state.moment, behind = moment + 1, {kind, row} = parseSubject(scene.selection);
    const last = Math.floor(behind + .03 * Math.max(1, behind - next.first));
    const width = next.last - next.first;
    next.last = scene.last === null ? last : Math.min(next.last, last);
    if (next.last <= next.first)
        next.first = next.last - width;
    if (kind === 'e' && !(data.events[row].moment <= moment))
        next.selection = '';
}

function drawStory(scene, count) {
    const hadFocus = story.bar.contains(document.activeElement);
    const answer = make('div', {hidden: true}, paragraphs(scene.answer));
    numbers.reset();
    const shown = scene.answer ? make('button', {type: 'button', class: 'chip', onclick: event => {
        answer.hidden = false;
        event.target.hidden = true;
    }}, words.story.answer) : null;
    const points = scene.points.map(point => make('li', {}, markedText(point)));
    const notes = paragraphs(scene.notes), question = paragraphs(scene.question);
    answer.replaceChildren(...paragraphs(scene.answer));
    scene.cited.forEach(numberOf);
    const title = make('h2', {tabindex: -1}, toldWords(scene.headline));
    const button = (text, deed, isOff) => make('button', {type: 'button', disabled: isOff, onclick: deed}, text);
    story.bar.replaceChildren(
        make('div', {class: 'story-head'}, make('span', {class: 'side', 'aria-live': 'polite'}, say(words.story.scene, story.scene + 1, count)),
             make('span', {class: 'steps'}, button('‹ ' + words.story.back, () => showScene(story.scene - 1), story.scene === 0),
                  button(words.story.on + ' ›', () => showScene(story.scene + 1), story.scene === count - 1),
                  button(words.story.end, endStory))),
        title, points.length ? make('ul', {class: 'points'}, points) : '',
        question.length ? make('div', {class: 'question'}, question, shown, answer) : '',
        make('details', {open: !isVeiled()}, make('summary', {}, words.story.notes), notes, numbers.list.length ? sourceList([]) : ''),
        make('p', {class: 'side keys'}, words.story.keys));
    story.bar.hidden = false;
    document.documentElement.classList.add('telling');
    if (hadFocus)
        title.focus({preventScroll: true});
    story.bar.scrollTop = 0;
}

function endStory() {
    if (story.row < 0)
        return;
    const before = story.before;
    story.row = -1;
    story.bar.hidden = true;
    document.documentElement.classList.remove('telling');
    change({filter: before.filter, hideLater: false, hideDates: false, hideNames: false, first: before.first, last: before.last});
    story.button.focus();
}

/// Keys of a story work wherever the focus is, except where they mean something else.
function onStoryKey(event) {
    if (story.row < 0 || event.ctrlKey || event.metaKey || event.altKey)
        return false;
    const isTyping = event.target.closest('input, select');
    const isArrow = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    if (isTyping || (isArrow && event.target.closest('#marks, #moment, #nodes')))
        return false;
    const deeds = {PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1};
    if (!deeds[event.key])
        return false;
    showScene(story.scene + deeds[event.key]);
    return true;
}
