// The network as of the moment, at the places that the program found.

const network = {svg: null, layer: null, keyboard: '', items: [], zoom: 1};

function zoomOf(frame) {
    const box = network.svg.parentElement;
    return Math.min((box.clientWidth || 1) / frame.width, (box.clientHeight || 1) / frame.height);
}

/// Of the frames in which type can be read the one that is shaped most like the box; without any, that of the largest type.
function frameInUse() {
    const box = network.svg.parentElement, readable = data.frames.filter(frame => zoomOf(frame) >= .84);
    const aspect = (box.clientWidth || 1) / (box.clientHeight || 1);
    const costOf = readable.length ? frame => Math.abs(Math.log(frame.width / frame.height / aspect)) : frame => -zoomOf(frame);
    return (readable.length ? readable : data.frames).reduce((best, frame) => (costOf(frame) < costOf(best) ? frame : best));
}

/// Actors with their forms: those with a place, agreements only while they are nodes.
function nodesOf(frame, shown) {
    const nodes = new Map();
    for (const [row, x, y, width, height, text, name, nameX, nameY] of frame.seats) {
        if ((isAgreement(row) && !shown.nodes.has(row)) || !isToldActor(row))
            continue;
        const actor = data.actors[row];
        const isRound = actor.kind === 'state';
        const wide = isRound || isAgreement(row) || !text ? width
            : Math.max(width, textWidth(text, 12.5, 600) + (actor.kind === 'person' ? 40 : 24));
        nodes.set(row, {row, actor, x, y, width: wide, height, text, name, nameX, nameY, isRound,
                        onStage: shown.onStage.has(row), ...(state.hideNames ? {text: '', name: ''} : {})});
    }
    return nodes;
}

function boxOf(node, by) {
    return {left: node.x - node.width / 2 - by, right: node.x + node.width / 2 + by,
            top: node.y - node.height / 2 - by, bottom: node.y + node.height / 2 + by};
}

function contains(node, x, y, by) {
    if (node.isRound)
        return Math.hypot(x - node.x, y - node.y) < node.width / 2 + by;
    const box = boxOf(node, by);
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/// A tie's line from form to form, curved by so many pixels.
function lineOf(from, to, bend) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const limited = clamp(bend, -length / 3, length / 3);
    const cx = (from.x + to.x) / 2 - (to.y - from.y) / length * limited * 2;
    const cy = (from.y + to.y) / 2 + (to.x - from.x) / length * limited * 2;
    const points = [];
    for (let i = 0; i <= 48; ++i) {
        const t = i / 48, u = 1 - t;
        const x = u * u * from.x + 2 * u * t * cx + t * t * to.x, y = u * u * from.y + 2 * u * t * cy + t * t * to.y;
        if (!contains(from, x, y, 3) && !contains(to, x, y, 3))
            points.push([x, y]);
    }
    return points.length > 1 ? points : [[from.x, from.y], [to.x, to.y]];
}

function obstacles(points, from, to, nodes) {
    const most = 150; // among more nodes nobody sees which way a line takes
    let count = 0;
    if (nodes.size > most)
        return 0;
    for (const node of nodes.values())
        if (node !== from && node !== to && node.onStage && points.some(([x, y]) => contains(node, x, y, 4)))
            ++count;
    return count;
}

/// Straight where that is free; parallel ties and those in the way of nodes curved.
function routeTies(ties, nodes) {
    const forms = ['double', 'single', 'thin', 'bar', 'jag', 'dotted', 'plain'];
    const used = new Map(), lines = [];
    const rank = tie => (tie.ended ? 10 : 0) + forms.indexOf(tie.form);
    const order = ties.map((tie, index) => ({tie, index})).sort((a, b) => rank(a.tie) - rank(b.tie) || a.index - b.index);
    for (const {tie} of order) {
        const from = nodes.get(tie.from), to = nodes.get(tie.to);
        if (!from || !to || tie.from === tie.to)
            continue;
        const pair = Math.min(tie.from, tie.to) + '-' + Math.max(tie.from, tie.to), sign = tie.from < tie.to ? 1 : -1;
        const taken = used.get(pair) || [];
        let best = null;
        for (const bend of [0, 22, -22, 40, -40, 60, -60]) {
            if (taken.some(other => Math.abs(other - bend) < 18))
                continue;
            const points = lineOf(from, to, bend * sign);
            const cost = obstacles(points, from, to, nodes) * 100 + Math.abs(bend);
            if (!best || cost < best.cost)
                best = {bend, points, cost};
        }
        if (!best)
            continue;
        used.set(pair, [...taken, best.bend]);
        lines.push({tie, points: best.points});
    }
    return lines;
}

function shifted(points, by) {
    return points.map(([x, y], i) => {
        const [ax, ay] = points[Math.max(0, i - 1)], [bx, by2] = points[Math.min(points.length - 1, i + 1)];
        const length = Math.hypot(bx - ax, by2 - ay) || 1;
        return [x - (by2 - ay) / length * by, y + (bx - ax) / length * by];
    });
}

function pathOf(points) {
    return 'M' + points.map(([x, y]) => x.toFixed(1) + ' ' + y.toFixed(1)).join('L');
}

function jagged(points) {
    const middle = points[Math.floor(points.length / 2)];
    const before = points.filter(([x, y], i) => i < points.length / 2 && Math.hypot(x - middle[0], y - middle[1]) > 13);
    const after = points.filter(([x, y], i) => i > points.length / 2 && Math.hypot(x - middle[0], y - middle[1]) > 13);
    if (!before.length || !after.length)
        return points;
    const [ax, ay] = before[before.length - 1], [bx, by] = after[0];
    const length = Math.hypot(bx - ax, by - ay) || 1, dx = (bx - ax) / length, dy = (by - ay) / length;
    const at = (along, across) => [middle[0] + dx * along - dy * across, middle[1] + dy * along + dx * across];
    return [...before, at(-8, 6), at(0, -6), at(8, 6), ...after];
}

function headAt(points, size, tone) {
    const [x, y] = points[points.length - 1], [px, py] = points[Math.max(0, points.length - 3)];
    const length = Math.hypot(x - px, y - py) || 1, dx = (x - px) / length, dy = (y - py) / length;
    return draw('path', {class: 'head ' + tone, d: `M${x} ${y}L${x - 8 * dx - size * dy} ${y - 8 * dy + size * dx}L${x - 8 * dx + size * dy} ${y - 8 * dy - size * dx}Z`});
}

function drawLine({tie, points}) {
    const tone = 't' + tie.tenor, isPending = tie.state === states.signed || tie.state === states.proposed;
    const shape = tie.ended ? 'over' : tie.form + (isPending ? ' pending' : '');
    const parts = [];
    const {kind, row} = parseSubject(state.selection);
    const isSelected = !tie.isPart && tie.subject === state.selection;
    const isTouched = isSelected || (kind === 'a' && (tie.from === row || tie.to === row));
    if (isTouched)
        parts.push(draw('path', {d: pathOf(points), class: 'halo ' + tone}));
    parts.push(draw('path', {d: pathOf(points), class: 'reach-line'}));
    const line = (path) => parts.push(draw('path', {d: pathOf(path), class: 'tie ' + shape + ' ' + tone}));
    if (tie.form === 'double' && !tie.ended) {
        line(shifted(points, 2.1));
        line(shifted(points, -2.1));
    } else
        line(tie.form === 'jag' && !tie.ended ? jagged(points) : points);
    if (tie.form === 'bar' && !tie.ended) {
        const [x, y] = points[points.length - 1], [px, py] = points[points.length - 2];
        const length = Math.hypot(x - px, y - py) || 1, dx = (x - px) / length * 8, dy = (y - py) / length * 8;
        parts.push(draw('path', {d: `M${x - dy} ${y + dx}L${x + dy} ${y - dx}`, class: 'tbar ' + tone}));
    } else if (!tie.ended && (tie.directed || tie.form === 'jag')) {
        parts.push(headAt(points, 3.6, tone));
        if (tie.form === 'jag' && !tie.directed)
            parts.push(headAt([...points].reverse(), 3.6, tone));
    }
    return parts;
}

const tieType = 11; // pixels on the screen, however small the network is drawn

/// Where there is no room for a label, pointing at the tie tells its name.
function labelOf({tie, points}, boxes) {
    if (tie.isPart || !tie.label || state.hideDates)
        return null;
    const size = tieType / Math.min(1, network.zoom), high = 8 * size / tieType;
    const text = elided(toldWords(tie.label), size, 400, 150 * size / tieType), half = textWidth(text, size, 400) / 2 + 3;
    for (const share of [.5, .42, .58, .34, .66, .26, .74]) {
        const [x, y] = points[Math.floor(share * (points.length - 1))];
        const box = {left: x - half, right: x + half, top: y - high, bottom: y + high};
        if (boxes.some(other => meets(box, other)))
            continue;
        boxes.push(box);
        const drawn = draw('text', {x, y: y + high / 2, 'text-anchor': 'middle'}, text);
        drawn.style.fontSize = size + 'px';
        return draw('g', {class: tie.ended ? 'label faint' : 'label'},
                    draw('rect', {x: box.left, y: box.top, width: 2 * half, height: 2 * high, class: 'paper'}),
                    drawn);
    }
    return null;
}

function hullOf(points) {
    const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const half = list => {
        const hull = [];
        for (const point of list) {
            while (hull.length > 1) {
                const [a, b] = hull.slice(-2);
                if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0)
                    break;
                hull.pop();
            }
            hull.push(point);
        }
        return hull.slice(0, -1);
    };
    return [...half(sorted), ...half([...sorted].reverse())];
}

/// A state and its people, behind them.
function drawHulls(nodes) {
    const groups = new Map();
    for (const node of nodes.values()) {
        const home = nodes.get(node.actor.partOf);
        if (home && home.isRound && node.actor.kind === 'person')
            groups.set(home.row, [...(groups.get(home.row) || [[home.x, home.y]]), [node.x - node.width / 2 + 16, node.y],
                                  [node.x + node.width / 2 - 16, node.y]]);
    }
    return [...groups.values()].map(points => draw('path', {d: pathOf(hullOf(points)) + 'Z', class: 'hull', 'aria-hidden': 'true'}));
}

function formOf(node) {
    const {x, y, width: w, height: h} = node;
    if (node.isRound)
        return [draw('circle', {cx: x, cy: y, r: w / 2, class: 'disc'}),
                draw('text', {x, y: y + (w > 46 ? 5.5 : 4.5), class: w > 46 ? 'letters large' : 'letters', 'text-anchor': 'middle'}, node.text)];
    if (isAgreement(node.row))
        return [draw('path', {d: `M${x - w / 2} ${y - h / 2}H${x + w / 2 - 9}L${x + w / 2} ${y - h / 2 + 9}V${y + h / 2}H${x - w / 2}Z`, class: 'page'}),
                draw('path', {d: `M${x + w / 2 - 9} ${y - h / 2}V${y - h / 2 + 9}H${x + w / 2}M${x - w / 4} ${y - 2}H${x + w / 4}M${x - w / 4} ${y + 4}H${x + w / 4}`, class: 'page-lines'})];
    const isPerson = node.actor.kind === 'person', textX = isPerson ? x + 9 : x;
    const parts = [draw('rect', {x: x - w / 2, y: y - h / 2, width: w, height: h, rx: isPerson ? h / 2 : 4, class: isPerson ? 'capsule' : 'org'})];
    if (isPerson) {
        const bust = node.text || state.hideNames ? x - w / 2 + 15 : x;
        parts.push(draw('path', {d: `M${bust - 5.5} ${y + 6.5}a5.5 5.5 0 0 1 11 0Z`, class: 'bust'}), draw('circle', {cx: bust, cy: y - 3.5, r: 3.4, class: 'bust'}));
    }
    parts.push(draw('text', {x: textX, y: y + 4.4, class: 'inside', 'text-anchor': 'middle'}, node.text));
    return parts;
}

function drawNode(node) {
    const subject = 'a' + node.row, isSelected = state.selection === subject, parts = [];
    if (isSelected)
        parts.push(node.isRound ? draw('circle', {cx: node.x, cy: node.y, r: node.width / 2 + 5, class: 'ring'})
            : draw('rect', {x: node.x - node.width / 2 - 4, y: node.y - node.height / 2 - 4, width: node.width + 8, height: node.height + 8, rx: 6, class: 'ring'}));
    parts.push(...formOf(node));
    if (node.name)
        parts.push(draw('text', {x: node.nameX, y: node.nameY + 4.5, class: 'beside', 'text-anchor': 'middle'}, node.name));
    const title = state.hideNames ? '' : node.actor.title, name = [title, node.actor.kindWord].filter(Boolean).join(', ');
    return draw('g', {role: 'option', id: 'node-' + subject, 'aria-label': name, 'aria-selected': String(isSelected),
                      'data-subject': subject, class: 'node' + (node.onStage ? '' : ' off')}, draw('title', {}, title), parts);
}

function nameBoxes(nodes) {
    const boxes = [];
    for (const node of nodes.values()) {
        boxes.push(boxOf(node, 1));
        if (node.name) {
            const half = textWidth(node.name, 12.5, 600) / 2 + 2;
            boxes.push({left: node.nameX - half, right: node.nameX + half, top: node.nameY - 8, bottom: node.nameY + 8});
        }
    }
    return boxes;
}

/// The name of a tie says since when; without dates it is that of its two ends.
function toldTie(tie) {
    return toldWords(state.hideDates ? data.actors[tie.from].short + ' – ' + data.actors[tie.to].short : tie.name);
}

function drawNetwork() {
    const frame = frameInUse(), shown = networkAt(state.moment, state.filter, state.selection);
    network.zoom = zoomOf(frame);
    network.svg.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
    const nodes = nodesOf(frame, shown), lines = routeTies(shown.ties, nodes), boxes = nameBoxes(nodes);
    const first = line => (line.tie.subject === state.selection ? 0 : line.tie.ended ? 2 : 1);
    const labels = new Map([...lines].sort((a, b) => first(a) - first(b)).map(line => [line, labelOf(line, boxes)]));
    const ties = [...lines].sort((a, b) => first(b) - first(a)).map(line =>
        draw('g', {role: 'option', id: 'tie-' + line.tie.subject + (line.tie.isPart ? '-part' : ''), 'aria-label': toldTie(line.tie),
                   'aria-selected': String(line.tie.subject === state.selection && !line.tie.isPart),
                   'data-subject': line.tie.subject, class: 'link'}, draw('title', {}, toldTie(line.tie)), drawLine(line)));
    const texts = [...labels].filter(([, label]) => label).map(([line, label]) => {
        label.setAttribute('data-subject', line.tie.subject);
        label.setAttribute('aria-hidden', 'true');
        return label;
    });
    const drawn = [...nodes.values()].sort((a, b) => a.onStage - b.onStage);
    const holding = shown.ties.filter(tie => !tie.ended && !tie.isPart);
    const empty = holding.length ? [] : [draw('text', {x: frame.width / 2, y: frame.height - 10, class: 'empty', 'text-anchor': 'middle'}, words.panel.noTies)];
    network.items = drawn;
    network.layer.replaceChildren(...drawHulls(nodes), ...ties, ...drawn.map(drawNode), ...texts, ...empty);
    network.date.textContent = state.hideDates ? '?' : dayWords(state.moment);
    drawLegend(shown.ties);
    markKeyboard();
}

function drawLegend(ties) {
    const found = new Map();
    for (const tie of ties) {
        const isPending = tie.state === states.signed || tie.state === states.proposed;
        const key = tie.ended ? 'ended' : isPending && tie.form === 'double' ? 'pending'
            : tie.form === 'thin' ? 'single' : tie.form;
        if (!found.has(key))
            found.set(key, {...tie, form: tie.form, isPart: true, tenor: tie.ended ? 3 : tie.tenor});
    }
    const order = ['double', 'pending', 'single', 'dotted', 'bar', 'jag', 'plain', 'ended'];
    network.legend.replaceChildren(...order.filter(key => found.has(key)).map(key => {
        const points = Array.from({length: 31}, (unused, i) => [3 + i * (found.get(key).form === 'jag' ? 1.6 : 1.1), 8]);
        const sample = draw('svg', {width: points[30][0] + 4, height: 16, 'aria-hidden': 'true'},
                            drawLine({tie: {...found.get(key), directed: false, subject: '-', from: -2, to: -2}, points}));
        return make('li', {}, sample, words.legend[key]);
    }));
}

function markKeyboard() {
    network.layer.querySelectorAll('.at-keyboard').forEach(each => each.classList.remove('at-keyboard'));
    const node = document.getElementById('node-' + network.keyboard);
    if (node) {
        node.classList.add('at-keyboard');
        network.list.setAttribute('aria-activedescendant', node.id);
    } else
        network.list.removeAttribute('aria-activedescendant');
}

/// The nearest actor in a direction.
function stepNode(dx, dy) {
    const start = network.items.find(node => 'a' + node.row === network.keyboard) || network.items.find(node => 'a' + node.row === state.selection);
    const costOf = node => {
        const along = (node.x - start.x) * dx + (node.y - start.y) * dy;
        return along <= 1 ? Infinity : along + 2.5 * Math.abs((node.x - start.x) * dy - (node.y - start.y) * dx);
    };
    const next = !start ? network.items[network.items.length - 1]
        : network.items.filter(node => node !== start).sort((a, b) => costOf(a) - costOf(b)).find(node => costOf(node) < Infinity);
    if (next)
        network.keyboard = 'a' + next.row;
    markKeyboard();
}

function onNetworkKey(event) {
    const steps = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]};
    if (event.ctrlKey || event.metaKey || event.altKey)
        return;
    if (steps[event.key])
        stepNode(...steps[event.key]);
    else if ((event.key === 'Enter' || event.key === ' ') && network.keyboard)
        select(network.keyboard);
    else
        return;
    event.preventDefault();
    event.stopPropagation();
}
