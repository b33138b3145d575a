export default { ladders: { title: 'Ladders' } };
