export default { ladders: { title: '等级体系' } };
